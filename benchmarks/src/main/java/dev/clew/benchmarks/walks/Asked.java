package dev.clew.benchmarks.walks;

import dev.clew.benchmarks.quality.MeanQuality;
import dev.clew.benchmarks.quality.RankingQuality;
import dev.clew.benchmarks.timing.Measurement;
import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Query;
import dev.clew.core.recommend.Recommendation;
import dev.clew.core.recommend.Recommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One of the systems compared: what it took and how good its lists were. */
final class Asked {

    private final String name;
    private final Recommender recommender;
    private final Measurement times = new Measurement();
    private final List<RankingQuality> qualities = new ArrayList<>();

    Asked(String name, Recommender recommender) {
        this.name = name;
        this.recommender = recommender;
    }

    String name() {
        return name;
    }

    void warmUp(GraphSnapshot graph, Query query) {
        recommender.recommend(graph, query);
    }

    /** Asks and takes the time. */
    Answer ask(GraphSnapshot graph, Query query) {
        long begin = System.nanoTime();
        Answer answer = recommender.recommend(graph, query);
        times.answered(System.nanoTime() - begin);
        return answer;
    }

    /** Counts lists as this user's: their mean, if there are several. */
    void judge(List<Answer> answers, Set<Integer> heldOut) {
        MeanQuality mean = MeanQuality.of(answers.stream()
                .map(answer -> RankingQuality.of(items(answer), heldOut, WalksSettings.K))
                .toList());
        qualities.add(new RankingQuality(mean.recall(), mean.ndcg()));
    }

    static List<Integer> items(Answer answer) {
        return answer.items().stream().map(Recommendation::item).toList();
    }

    double[] recalls() {
        return qualities.stream().mapToDouble(RankingQuality::recall).toArray();
    }

    MeanQuality quality() {
        return MeanQuality.of(qualities);
    }

    Measurement times() {
        return times;
    }
}
