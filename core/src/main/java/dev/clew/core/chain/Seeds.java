package dev.clew.core.chain;

import dev.clew.core.graph.NodeScores;
import dev.clew.core.recommend.Action;
import dev.clew.core.recommend.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where walks start: not at the user but at the items acted on, item i with mass s_i = sum of c_t * a_i over the actions on it, divided by the
 * sum of |c_t * a|, where a is the action's signed weight and c_t its type's weight. For liked items that is where the first step from the user's own node leads,
 * so the order of items is that of walks from the user; but it takes anonymous and not yet committed actions alike, and rejected items count against what they
 * lead to. The user's own node may be walked over, as any other user's.
 */
public final class Seeds {
    private final Map<Integer, List<Share>> byItem = new TreeMap<>();
    private final NodeScores masses;

    /** One action's part of the seed mass at its item. */
    public record Share(Action action, double mass) {}

    private Seeds(int nodeCount) {
        masses = new NodeScores(nodeCount);
    }

    /** @param typeWeights c_t by index of the relationship type */
    public static Seeds of(History history, double[] typeWeights, int nodeCount) {
        Seeds seeds = new Seeds(nodeCount);
        double total = 0;
        for (Action action : history.signed()) {
            total += typeWeights[action.typeIndex()] * Math.abs(action.weight());
        }
        for (Action action : history.signed()) {
            seeds.add(action, typeWeights[action.typeIndex()] * action.weight() / total);
        }
        return seeds;
    }

    private void add(Action action, double mass) {
        if (Math.abs(mass) > 0) {
            masses.add(action.item(), mass);
            byItem.computeIfAbsent(action.item(), item -> new ArrayList<>()).add(new Share(action, mass));
        }
    }

    public NodeScores masses() {
        return masses;
    }

    public double mass(int item) {
        return masses.get(item);
    }

    /** All shares, by item and then as the history has them. */
    public List<Share> shares() {
        return byItem.values().stream().flatMap(List::stream).toList();
    }

    public List<Share> shares(int item) {
        return byItem.getOrDefault(item, List.of());
    }
}
