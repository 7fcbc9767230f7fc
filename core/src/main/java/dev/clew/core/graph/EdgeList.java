package dev.clew.core.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The relationships of one type while a graph is being built, and how they become sorted rows in linear time without a second copy.
 *
 * <p>Relationships are collected in buckets of {@value #BUCKET} sources. A bucket is a list of chunks that never move, so collecting copies
 * nothing twice; within a chunk, weights and times take room only where there are any. At the end each bucket is sorted by itself, into the
 * place in the final arrays that the counts of its sources give it, and let go. So buckets can be sorted at the same time, the result does not
 * depend on how many are, and the largest part of what is needed at the peak is the collected relationships (14 to 22 bytes each) beside the arrays of the
 * outgoing rows (12 to 17 and more). The incoming rows come when all buckets are gone.
 *
 * <p>Cost: O(n) for n relationships, as a bucket's size does not grow with the graph; a bucket of m is sorted in O(m log m).
 */
final class EdgeList {
    private static final int BUCKET_BITS = 10;
    private static final int BUCKET = 1 << BUCKET_BITS;
    /** What an array may hold: some machines refuse the last few. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private final RelationshipType type;
    private final int most;
    private final EdgeForm form = new EdgeForm();
    private @Nullable Bucket[] buckets = new Bucket[0];
    private int size;

    EdgeList(RelationshipType type) {
        this(type, MOST);
    }

    EdgeList(RelationshipType type, int most) {
        this.type = type;
        this.most = most;
    }

    int size() {
        return size;
    }

    void add(int source, int target, float weight, int timeSeconds, long relationshipId) {
        if (size == most) {
            throw new IllegalStateException(
                    "type (" + type.name() + ") has more than " + most
                            + " relationships, the most that a graph can hold of one type. Declare a part of them, for example under a type of their own.");
        }
        size++;
        form.add(weight, timeSeconds, relationshipId);
        bucket(source >> BUCKET_BITS).add(source & (BUCKET - 1), target, weight, timeSeconds, relationshipId);
    }

    private Bucket bucket(int index) {
        if (index >= buckets.length) {
            buckets = Arrays.copyOf(buckets, Math.max(index + 1, buckets.length * 2));
        }
        Bucket bucket = buckets[index];
        if (bucket == null) {
            bucket = new Bucket();
            buckets[index] = bucket;
        }
        return bucket;
    }

    /** Adds 1 at the number of each relationship's target. */
    void countTargets(int[] counts) {
        for (Bucket bucket : buckets) {
            if (bucket != null) {
                bucket.countTargets(counts);
            }
        }
    }

    /** Gives the nodes other numbers. Where sources get one they change buckets, one bucket at a time. */
    void renumber(int[] numbers) {
        boolean inPlace = true;
        for (int index = 0; index < buckets.length && inPlace; index++) {
            Bucket bucket = buckets[index];
            inPlace = bucket == null || bucket.keepsSources(numbers, index << BUCKET_BITS);
        }
        @Nullable Bucket[] old = buckets;
        if (!inPlace) {
            buckets = new Bucket[old.length];
            size = 0;
        }
        for (int index = 0; index < old.length; index++) {
            Bucket bucket = old[index];
            if (bucket != null && inPlace) {
                bucket.renumberTargets(numbers);
            } else if (bucket != null) {
                old[index] = null;
                bucket.addTo(this, numbers, index << BUCKET_BITS);
            }
        }
    }

    /** The rows from the sources' side, in the order of {@link Neighbours}. The list is used up. */
    Rows outgoing(int nodeCount) {
        int first = firstSource();
        int[] offsets = offsets(first);
        EdgeArrays edges = form.arrays(size);
        IntStream.range(0, buckets.length).parallel().forEach(index -> {
            Bucket bucket = buckets[index];
            if (bucket != null) {
                buckets[index] = null;
                bucket.sortInto(edges, offsets[Math.max(0, (index << BUCKET_BITS) - first)], nodeCount);
            }
        });
        return Rows.of(first, offsets, edges.written());
    }

    private int firstSource() {
        for (int index = 0; index < buckets.length; index++) {
            Bucket bucket = buckets[index];
            if (bucket != null) {
                return (index << BUCKET_BITS) + bucket.leastSource();
            }
        }
        return 0;
    }

    /** Where the row of each source from the first to the last begins, and after them the size. */
    private int[] offsets(int first) {
        int last = first - 1;
        for (int index = buckets.length - 1; index >= 0 && last < first; index--) {
            Bucket bucket = buckets[index];
            if (bucket != null) {
                last = (index << BUCKET_BITS) + bucket.greatestSource();
            }
        }
        int[] offsets = new int[last - first + 2];
        IntStream.range(0, buckets.length).parallel().forEach(index -> {
            Bucket bucket = buckets[index];
            if (bucket != null) {
                bucket.count(offsets, (index << BUCKET_BITS) - first + 1);
            }
        });
        Arrays.parallelPrefix(offsets, Integer::sum);
        return offsets;
    }

    /** Relationships of neighbouring sources, in the order they came. */
    private static final class Bucket {
        private static final int FIRST_CHUNK = 16;
        private static final int DOUBLINGS = 8;
        private static final int LAST_CHUNK = FIRST_CHUNK << DOUBLINGS;
        /** How many fit into the chunks that are smaller than the last. */
        private static final int GROWING = LAST_CHUNK - FIRST_CHUNK;

        private @Nullable Chunk[] chunks = new Chunk[4];
        private int chunkCount;
        private int size;
        private long lastId = Long.MIN_VALUE;
        private boolean idsAscend = true;

        void add(int source, int target, float weight, int timeSeconds, long relationshipId) {
            int chunk = chunkOf(size);
            if (chunk == chunkCount) {
                if (chunk == chunks.length) {
                    chunks = Arrays.copyOf(chunks, chunk * 2);
                }
                chunks[chunkCount++] = new Chunk(FIRST_CHUNK << Math.min(chunk, DOUBLINGS));
            }
            chunk(chunk).set(slotOf(size, chunk), source, target, weight, timeSeconds, relationshipId);
            size++;
            idsAscend &= relationshipId >= lastId;
            lastId = relationshipId;
        }

        @SuppressWarnings("NullAway") // every chunk below chunkCount is there
        private Chunk chunk(int index) {
            return chunks[index];
        }

        private static int chunkOf(int position) {
            return position < GROWING
                    ? 31 - Integer.numberOfLeadingZeros(position / FIRST_CHUNK + 1)
                    : DOUBLINGS + (position - GROWING) / LAST_CHUNK;
        }

        private static int slotOf(int position, int chunk) {
            return chunk < DOUBLINGS
                    ? position - FIRST_CHUNK * ((1 << chunk) - 1)
                    : (position - GROWING) & (LAST_CHUNK - 1);
        }

        private int used(int chunk) {
            return chunk < chunkCount - 1 ? chunk(chunk).targets.length : slotOf(size - 1, chunk) + 1;
        }

        boolean keepsSources(int[] numbers, int firstSource) {
            for (int c = 0; c < chunkCount; c++) {
                for (int i = 0; i < used(c); i++) {
                    int source = firstSource + chunk(c).sources[i];
                    if (numbers[source] != source) {
                        return false;
                    }
                }
            }
            return true;
        }

        void renumberTargets(int[] numbers) {
            for (int c = 0; c < chunkCount; c++) {
                int[] targets = chunk(c).targets;
                int used = used(c);
                for (int i = 0; i < used; i++) {
                    targets[i] = numbers[targets[i]];
                }
            }
        }

        void addTo(EdgeList list, int[] numbers, int firstSource) {
            for (int c = 0; c < chunkCount; c++) {
                int used = used(c);
                for (int i = 0; i < used; i++) {
                    chunk(c).addTo(list, i, numbers, firstSource);
                }
            }
        }

        void countTargets(int[] counts) {
            for (int c = 0; c < chunkCount; c++) {
                int[] targets = chunk(c).targets;
                int used = used(c);
                for (int i = 0; i < used; i++) {
                    counts[targets[i]]++;
                }
            }
        }

        int leastSource() {
            int least = BUCKET;
            for (int c = 0; c < chunkCount; c++) {
                for (int i = 0; i < used(c); i++) {
                    least = Math.min(least, chunk(c).sources[i]);
                }
            }
            return least;
        }

        int greatestSource() {
            int greatest = -1;
            for (int c = 0; c < chunkCount; c++) {
                for (int i = 0; i < used(c); i++) {
                    greatest = Math.max(greatest, chunk(c).sources[i]);
                }
            }
            return greatest;
        }

        /** Adds 1 at the place of each relationship's source. */
        void count(int[] counts, int shift) {
            for (int c = 0; c < chunkCount; c++) {
                char[] sources = chunk(c).sources;
                int used = used(c);
                for (int i = 0; i < used; i++) {
                    counts[shift + sources[i]]++;
                }
            }
        }

        /**
         * Writes the relationships by source, target and id from a position on. A number of 63 bits stands for each: source, target and the
         * position in the bucket. Where these need more bits, as many sources are sorted at a time as there are bits for.
         */
        void sortInto(EdgeArrays edges, int from, int nodeCount) {
            int positionBits = bits(size - 1);
            int pairBits = bits(nodeCount - 1) + positionBits;
            int sources = 1 << Math.min(BUCKET_BITS, Long.SIZE - 1 - pairBits);
            long[] keys = new long[size];
            int at = from;
            for (int first = 0; first < BUCKET; first += sources) {
                int count = keys(keys, first, first + sources, pairBits, positionBits);
                Arrays.sort(keys, 0, count);
                if (!idsAscend) {
                    sortParallelById(keys, count, positionBits);
                }
                write(keys, count, positionBits, edges, at);
                at += count;
            }
        }

        private static int bits(int largest) {
            return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
        }

        private int keys(long[] keys, int firstSource, int afterSource, int pairBits, int positionBits) {
            int count = 0;
            int position = 0;
            for (int c = 0; c < chunkCount; c++) {
                Chunk chunk = chunk(c);
                int used = used(c);
                for (int i = 0; i < used; i++, position++) {
                    int source = chunk.sources[i];
                    if (source >= firstSource && source < afterSource) {
                        keys[count++] = (long) (source - firstSource) << pairBits
                                | (long) chunk.targets[i] << positionBits
                                | position;
                    }
                }
            }
            return count;
        }

        /** Several relationships between the same two nodes are in the order they came, which need not be that of their ids. */
        private void sortParallelById(long[] keys, int count, int positionBits) {
            int start = 0;
            for (int end = 1; end <= count; end++) {
                if (end == count || keys[end] >>> positionBits != keys[start] >>> positionBits) {
                    if (end - start > 1) {
                        sortById(keys, start, end, positionBits);
                    }
                    start = end;
                }
            }
        }

        private void sortById(long[] keys, int start, int end, int positionBits) {
            long[] sorted = Arrays.stream(keys, start, end)
                    .boxed()
                    .sorted(Comparator.comparingLong(key -> id(position(key, positionBits))))
                    .mapToLong(Long::longValue)
                    .toArray();
            System.arraycopy(sorted, 0, keys, start, sorted.length);
        }

        private static int position(long key, int positionBits) {
            return (int) (key & (1L << positionBits) - 1);
        }

        private long id(int position) {
            int chunk = chunkOf(position);
            return chunk(chunk).ids[slotOf(position, chunk)];
        }

        private void write(long[] keys, int count, int positionBits, EdgeArrays edges, int from) {
            for (int i = 0; i < count; i++) {
                int position = position(keys[i], positionBits);
                int chunk = chunkOf(position);
                chunk(chunk).copy(slotOf(position, chunk), edges, from + i);
            }
        }
    }

    /** Columns of relationships. */
    private static final class Chunk {
        private final char[] sources;
        private final int[] targets;
        private final long[] ids;
        /** Null while all are 1. */
        private float @Nullable [] weights;
        /** Null while all are unknown. */
        private int @Nullable [] times;

        Chunk(int capacity) {
            sources = new char[capacity];
            targets = new int[capacity];
            ids = new long[capacity];
        }

        void set(int at, int source, int target, float weight, int timeSeconds, long relationshipId) {
            sources[at] = (char) source;
            targets[at] = target;
            ids[at] = relationshipId;
            if (weights != null || weight != 1f) {
                setWeight(at, weight);
            }
            if (times != null || timeSeconds != 0) {
                setTime(at, timeSeconds);
            }
        }

        private void setWeight(int at, float weight) {
            if (weights == null) {
                weights = new float[ids.length];
                Arrays.fill(weights, 1f);
            }
            weights[at] = weight;
        }

        private void setTime(int at, int timeSeconds) {
            if (times == null) {
                times = new int[ids.length];
            }
            times[at] = timeSeconds;
        }

        void copy(int at, EdgeArrays edges, int to) {
            edges.set(to, targets[at], weight(at), time(at), ids[at]);
        }

        void addTo(EdgeList list, int at, int[] numbers, int firstSource) {
            list.add(numbers[firstSource + sources[at]], numbers[targets[at]], weight(at), time(at), ids[at]);
        }

        private float weight(int at) {
            return weights == null ? 1f : weights[at];
        }

        private int time(int at) {
            return times == null ? 0 : times[at];
        }
    }
}
