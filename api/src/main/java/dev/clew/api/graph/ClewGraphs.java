package dev.clew.api.graph;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored declarations. Without any writing method: declarations change through {@code clew.graph.declare} alone. */
interface ClewGraphs extends Repository<ClewGraph, String> {
    List<ClewGraph> findAllByOrderByName();

    Optional<ClewGraph> findByName(String name);
}
