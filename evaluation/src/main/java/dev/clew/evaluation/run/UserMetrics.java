package dev.clew.evaluation.run;

import dev.clew.core.graph.RecommendationGraph;
import dev.clew.core.graph.RelationshipRole;
import dev.clew.core.graph.RelationshipType;
import dev.clew.evaluation.metric.AveragePrecisionAtK;
import dev.clew.evaluation.metric.HitRateAtK;
import dev.clew.evaluation.metric.IntraListDiversityAtK;
import dev.clew.evaluation.metric.ItemAttributes;
import dev.clew.evaluation.metric.ItemFacts;
import dev.clew.evaluation.metric.MiscalibrationAtK;
import dev.clew.evaluation.metric.NdcgAtK;
import dev.clew.evaluation.metric.NewItemShareAtK;
import dev.clew.evaluation.metric.NoveltyAtK;
import dev.clew.evaluation.metric.PopularityAtK;
import dev.clew.evaluation.metric.PopularityLiftAtK;
import dev.clew.evaluation.metric.PrecisionAtK;
import dev.clew.evaluation.metric.RecallAtK;
import dev.clew.evaluation.metric.ReciprocalRankAtK;
import dev.clew.evaluation.metric.SerendipityAtK;
import dev.clew.evaluation.metric.UserMetric;
import java.util.ArrayList;
import java.util.List;

/** The metrics that a run takes of each list; those over attributes only where the graph has any. */
final class UserMetrics {
    private UserMetrics() {}

    static List<UserMetric> of(RecommendationGraph graph, ItemFacts facts, List<Integer> ks) {
        List<RelationshipType> kinds = graph.schema().relationshipTypes(RelationshipRole.ATTRIBUTE);
        List<UserMetric> metrics = new ArrayList<>();
        for (int k : ks) {
            metrics.addAll(List.of(
                    new RecallAtK(k),
                    new NdcgAtK(k),
                    new PrecisionAtK(k),
                    new AveragePrecisionAtK(k),
                    new ReciprocalRankAtK(k),
                    new HitRateAtK(k),
                    new SerendipityAtK(k, facts),
                    new NoveltyAtK(k, facts),
                    new NewItemShareAtK(k, facts),
                    new PopularityAtK(k, facts),
                    new PopularityLiftAtK(k, facts)));
        }
        if (!kinds.isEmpty()) {
            ItemAttributes all = new ItemAttributes(graph, kinds);
            ItemAttributes first = new ItemAttributes(graph, kinds.subList(0, 1));
            for (int k : ks) {
                metrics.add(new IntraListDiversityAtK(k, all));
                metrics.add(new MiscalibrationAtK(k, first));
            }
        }
        return metrics;
    }
}
