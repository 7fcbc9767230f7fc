package dev.clew.ingest.sample;

import dev.clew.ingest.sample.PlantedTaste.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Simulates users with planted tastes, so that tests know what a recommender should find. Nobody real is behind them.
 *
 * <p>Each film gets a quality {@code q ~ N(0, 0.35)} stars and a popularity {@code 1 / sqrt(rank)} over a random order. Each user gets
 * <ul>
 *   <li>two or three <b>tastes</b> of different kinds (genre, director, actor, country, era), each for a value that at least
 *       {@value #LEAST_FILMS} films have, and worth 0.8 to 1.6 stars;
 *   <li>a <b>popularity bias</b> in [0.2, 1.4];
 *   <li>an <b>activity</b>: {@code 26 exp(0.75 N(0, 1))} films, at least 8 and at most half the catalogue: a long tail;
 *   <li>a mean rating {@code 2.9 + N(0, 0.25)}.
 * </ul>
 * Films are drawn without replacement with weight {@code popularity^bias * (1 + 3 m)}, {@code m} being how many tastes match (by
 * exponential keys: Efraimidis and Spirakis, Weighted random sampling with a reservoir, IPL 2006). A rating is the user's mean plus
 * quality plus the strengths of the matching tastes, together at most 2 stars, plus noise {@code N(0, 0.5)}, rounded to halves in
 * [0.5, 5]. Times are spread from when the user joined, within three years before {@link #END}.
 *
 * <p>The same catalogue and seed give the same users on every machine; see {@link PortableRandom}. With the default seed some 70,000
 * ratings come out.
 */
public final class SampleUsers {
    /** The seed of the sample that is shipped. */
    public static final long SEED = 20260101L;
    /** How many users there are. */
    public static final int COUNT = 2_000;
    /** No rating is later. */
    public static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    static final int LEAST_FILMS = 3;

    private static final long THREE_YEARS_MILLIS = 3L * 365 * 24 * 3600 * 1000;
    private static final double QUALITY_DEVIATION = 0.35;
    private static final double NOISE_DEVIATION = 0.5;
    private static final double MEDIAN_ACTIVITY = 26;
    private static final double ACTIVITY_DEVIATION = 0.75;
    private static final int LEAST_ACTIVITY = 8;
    private static final double MEAN_RATING = 2.9;
    private static final double MEAN_DEVIATION = 0.25;
    private static final double MOST_LIKING = 2;
    private static final double PULL_OF_TASTE = 3;

    private final List<Film> films;
    private final Map<Kind, List<String>> likeable = new EnumMap<>(Kind.class);
    private final double[] quality;
    private final double[] popularity;
    private final SplittableRandom seeds;

    private SampleUsers(List<Film> films, long seed) {
        this.films = films;
        this.seeds = new SplittableRandom(seed);
        PortableRandom random = new PortableRandom(seeds.split());
        this.quality = films.stream()
                .mapToDouble(film -> QUALITY_DEVIATION * random.normal())
                .toArray();
        this.popularity = popularity(films.size(), random);
        for (Kind kind : Kind.values()) {
            likeable.put(kind, likeable(kind));
        }
    }

    /** The users of the sample that is shipped. */
    public static List<SampleUser> all() {
        return generate(FilmCatalogue.films(), SEED);
    }

    /** The users for a catalogue and a seed. */
    public static List<SampleUser> generate(List<Film> films, long seed) {
        SampleUsers generator = new SampleUsers(List.copyOf(films), seed);
        return IntStream.rangeClosed(1, COUNT).mapToObj(generator::user).toList();
    }

    private static double[] popularity(int count, PortableRandom random) {
        double[] popularity = IntStream.rangeClosed(1, count)
                .mapToDouble(rank -> 1 / StrictMath.sqrt(rank))
                .toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = random.below(i + 1);
            double swapped = popularity[i];
            popularity[i] = popularity[other];
            popularity[other] = swapped;
        }
        return popularity;
    }

    /** Values that enough films have, in the order of the catalogue. */
    private List<String> likeable(Kind kind) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        films.forEach(film -> kind.of(film).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(value -> value.getValue() >= LEAST_FILMS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private SampleUser user(int number) {
        PortableRandom random = new PortableRandom(seeds.split());
        String name = GivenNames.NAMES.get(random.below(GivenNames.NAMES.size()));
        List<PlantedTaste> tastes = tastes(random);
        double bias = random.uniform(0.2, 1.4);
        double mean = MEAN_RATING + MEAN_DEVIATION * random.normal();
        int[] chosen = choose(tastes, bias, activity(random), random);
        return new SampleUser(padded(number), name, tastes, bias, ratings(chosen, tastes, mean, random));
    }

    private static String padded(int number) {
        return "u" + Integer.toString(10_000 + number).substring(1);
    }

    private List<PlantedTaste> tastes(PortableRandom random) {
        List<Kind> kinds = new ArrayList<>(List.of(Kind.values()));
        kinds.removeIf(kind -> likeable.getOrDefault(kind, List.of()).isEmpty());
        int wanted = Math.min(kinds.size(), 2 + random.below(2));
        List<PlantedTaste> tastes = new ArrayList<>();
        while (tastes.size() < wanted) {
            Kind kind = kinds.remove(random.below(kinds.size()));
            List<String> values = likeable.getOrDefault(kind, List.of());
            tastes.add(new PlantedTaste(kind, values.get(random.below(values.size())), random.uniform(0.8, 1.6)));
        }
        return tastes;
    }

    private int activity(PortableRandom random) {
        double activity = MEDIAN_ACTIVITY * StrictMath.exp(ACTIVITY_DEVIATION * random.normal());
        return (int) Math.max(LEAST_ACTIVITY, Math.min(films.size() / 2.0, activity));
    }

    /** Indexes of the films with the smallest keys, exponential with the weight as rate. */
    private int[] choose(List<PlantedTaste> tastes, double bias, int count, PortableRandom random) {
        double[] keys = new double[films.size()];
        for (int film = 0; film < keys.length; film++) {
            double weight =
                    StrictMath.pow(popularity[film], bias) * (1 + PULL_OF_TASTE * matches(tastes, films.get(film)));
            keys[film] = random.exponential() / weight;
        }
        return IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparingDouble(film -> keys[film]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long matches(List<PlantedTaste> tastes, Film film) {
        return tastes.stream().filter(taste -> taste.matches(film)).count();
    }

    private List<SampleRating> ratings(int[] chosen, List<PlantedTaste> tastes, double mean, PortableRandom random) {
        long joined = END.toEpochMilli() - (long) (THREE_YEARS_MILLIS * random.uniform(0.05, 1));
        List<SampleRating> ratings = new ArrayList<>();
        for (int index : chosen) {
            Film film = films.get(index);
            double stars = mean + quality[index] + liking(tastes, film) + NOISE_DEVIATION * random.normal();
            long time = joined + (long) ((END.toEpochMilli() - joined) * random.uniform());
            ratings.add(new SampleRating(film, inHalves(stars), time));
        }
        ratings.sort(Comparator.comparingLong(SampleRating::timestamp));
        return ratings;
    }

    private static double liking(List<PlantedTaste> tastes, Film film) {
        double liking = tastes.stream()
                .filter(taste -> taste.matches(film))
                .mapToDouble(PlantedTaste::strength)
                .sum();
        return Math.min(MOST_LIKING, liking);
    }

    private static double inHalves(double stars) {
        return Math.max(0.5, Math.min(5, Math.floor(stars * 2 + 0.5) / 2));
    }
}
