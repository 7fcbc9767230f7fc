package dev.clew.core.similarity;

import dev.clew.core.settings.Suggestion;
import java.util.Arrays;
import java.util.List;

/**
 * The ways to tell how alike two nodes a and b are by the neighbours they share. N(x) is the set of nodes that x is joined to by the chosen
 * relationship types, a node joined twice counting once; d(z) is the number of relationships by which nodes are joined to z.
 *
 * <p>{@link #JACCARD}, {@link #OVERLAP} and {@link #COSINE} can be weighted: x(z) is then the sum of the weights between x and z, and 1
 * where they are not.
 */
public enum SimilarityIndex {
    /** {@code |N(a) & N(b)|}. Source: Newman, Clustering and preferential attachment in growing networks, Physical Review E 2001. */
    COMMON_NEIGHBORS("commonNeighbors", "how many neighbours both have") {
        @Override
        double common(double a, double b, double degree) {
            return 1;
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return common;
        }
    },
    /**
     * {@code |N(a) & N(b)| / |N(a) | N(b)|}, weighted {@code sum min(a(z), b(z)) / sum max(a(z), b(z))}. Sources: Jaccard, Étude comparative
     * de la distribution florale, 1901; Ruzicka 1958 for the weights.
     */
    JACCARD("jaccard", "shared neighbours in all neighbours of either; in [0, 1]") {
        @Override
        double common(double a, double b, double degree) {
            return Math.min(a, b);
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return ratio(common, a.sum() + b.sum() - common);
        }

        @Override
        double atMost(double common, Norm a) {
            return ratio(common, a.sum());
        }
    },
    /**
     * {@code |N(a) & N(b)| / min(|N(a)|, |N(b)|)}, weighted by the sums of {@code min(a(z), b(z))}, {@code a(z)} and {@code b(z)}: the
     * Szymkiewicz-Simpson coefficient. Source: Simpson, Mammals and the nature of continents, American Journal of Science 1943.
     */
    OVERLAP("overlap", "shared neighbours in the neighbours of the one that has fewer; in [0, 1]") {
        @Override
        double common(double a, double b, double degree) {
            return Math.min(a, b);
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return ratio(common, Math.min(a.sum(), b.sum()));
        }
    },
    /**
     * {@code sum a(z) b(z) / sqrt(sum a(z)^2 * sum b(z)^2)}; without weights {@code |N(a) & N(b)| / sqrt(|N(a)| |N(b)|)}, the Salton index.
     * Source: Salton and McGill, Introduction to Modern Information Retrieval, 1983.
     */
    COSINE("cosine", "the cosine of the angle between the two neighbourhoods; in [0, 1]") {
        @Override
        double common(double a, double b, double degree) {
            return a * b;
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return ratio(common, Math.sqrt(a.squares()) * Math.sqrt(b.squares()));
        }
    },
    /**
     * {@code sum over shared z of 1 / log d(z)}; a shared neighbour of degree 1, which only a node compared with itself has, adds nothing.
     * Source: Adamic and Adar, Friends and neighbors on the Web, Social Networks 2003.
     */
    ADAMIC_ADAR("adamicAdar", "shared neighbours, each worth 1 / log of its degree") {
        @Override
        double common(double a, double b, double degree) {
            return degree > 1 ? 1 / Math.log(degree) : 0;
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return common;
        }
    },
    /**
     * {@code sum over shared z of 1 / d(z)}. Source: Zhou, Lü and Zhang, Predicting missing links via local information, European Physical
     * Journal B 2009.
     */
    RESOURCE_ALLOCATION("resourceAllocation", "shared neighbours, each worth 1 / its degree") {
        @Override
        double common(double a, double b, double degree) {
            return 1 / degree;
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return common;
        }
    },
    /**
     * {@code |N(a)| |N(b)|}, whether or not they share a neighbour. Source: Barabási and Albert, Emergence of scaling in random networks,
     * Science 1999.
     */
    PREFERENTIAL_ATTACHMENT("preferentialAttachment", "the product of the numbers of neighbours") {
        @Override
        double common(double a, double b, double degree) {
            return 1;
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return a.sum() * b.sum();
        }
    },
    /**
     * {@code 2 |a ~> b| / (|a ~> a| + |b ~> b|)}, where {@code |x ~> y|} is the number of walks from x to y along a symmetric meta-path, or,
     * weighted, the sum over them of the product of their weights. Source: Sun, Han, Yan, Yu and Wu, PathSim: meta path-based top-k
     * similarity search in heterogeneous information networks, VLDB 2011.
     */
    PATH_SIM(
            "pathSim",
            "walks between the two along a symmetric path, beside those from each back to itself; in [0, 1]") {
        @Override
        double common(double a, double b, double degree) {
            return a * b;
        }

        @Override
        double similarity(double common, Norm a, Norm b) {
            return ratio(2 * common, a.squares() + b.squares());
        }

        /** {@code |b ~> b| >= |a ~> b|^2 / |a ~> a|} by the Cauchy-Schwarz inequality. */
        @Override
        double atMost(double common, Norm a) {
            return ratio(2 * common, a.squares() + ratio(common * common, a.squares()));
        }
    };

    private final String name;
    private final String description;

    SimilarityIndex(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** As callers write it, for example {@code adamicAdar}. */
    public String optionName() {
        return name;
    }

    /** Half a sentence for people choosing. */
    public String description() {
        return description;
    }

    /** What a shared neighbour adds, given its values in the two vectors and its degree; above 0 wherever two nodes share it. */
    abstract double common(double a, double b, double degree);

    /** The index, given the sum of {@link #common} over the shared neighbours. */
    abstract double similarity(double common, Norm a, Norm b);

    /** No smaller than the similarity of a and whatever shares that much with it: saves looking at most of what cannot be among the best. */
    double atMost(double common, Norm a) {
        return Double.POSITIVE_INFINITY;
    }

    boolean canBeWeighted() {
        return this == JACCARD || this == OVERLAP || this == COSINE || this == PATH_SIM;
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }

    /**
     * The index of that name.
     *
     * @throws IllegalArgumentException if there is none, listing those there are
     */
    public static SimilarityIndex named(String name) {
        return Arrays.stream(values())
                .filter(index -> index.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "index (" + name + ") is not known. " + Suggestion.didYouMean(name, names())));
    }

    /** What {@link #named} takes. */
    public static List<String> names() {
        return Arrays.stream(values()).map(SimilarityIndex::optionName).toList();
    }
}
