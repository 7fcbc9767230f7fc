package dev.clew.evaluation.tune;

/**
 * How a search is run.
 *
 * @param trials settings tried, the defaults among them; at least 1
 * @param metric that is to be largest, for example {@code NDCG@20}
 * @param keepOneIn of the settings of a round go on to the next, with as many times the users; 1: every setting is tried on all users
 * @param firstUsers asked for in the first round, at least 1
 * @param seed of the draws, the users and of fitting
 * @param cpuSeconds after which no further trial is begun, above 0
 * @param parallel trials at the same time, at least 1; the users of each are asked for on all cores anyway
 */
public record TuneSettings(
        int trials, String metric, int keepOneIn, int firstUsers, long seed, double cpuSeconds, int parallel) {
    public static final TuneSettings DEFAULT = new TuneSettings(30, "NDCG@20", 3, 500, 1, Double.POSITIVE_INFINITY, 1);

    public TuneSettings {
        requireAtLeastOne("trials", trials);
        requireAtLeastOne("keepOneIn", keepOneIn);
        requireAtLeastOne("firstUsers", firstUsers);
        requireAtLeastOne("parallel", parallel);
        if (!(cpuSeconds > 0)) {
            throw new IllegalArgumentException("budget (" + cpuSeconds + " CPU-s) must be above 0.");
        }
        cutoff(metric);
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 1.");
        }
    }

    /** The K of the metric. */
    public int cutoff() {
        return cutoff(metric);
    }

    private static int cutoff(String metric) {
        if (!metric.matches("[A-Za-z]+@[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    "metric (" + metric + ") must be a name and a cut-off, such as NDCG@20 or Recall@10.");
        }
        return Integer.parseInt(metric.substring(metric.indexOf('@') + 1));
    }
}
