package dev.clew.core.recommend;

/** Finds one number of many by its rank, without sorting them. */
final class Selection {
    private Selection() {}

    /**
     * The number that would be at an index if the numbers were sorted, smallest first; leaves them in another order.
     *
     * <p>Source: Hoare, Algorithm 65: find, Communications of the ACM 1961; the middle of three as pivot. Cost: O(numbers), as good as always.
     */
    static long smallest(long[] numbers, int index) {
        int from = 0;
        int to = numbers.length - 1;
        while (from < to) {
            long pivot = middle(numbers[from], numbers[(from + to) >>> 1], numbers[to]);
            int low = from;
            int high = to;
            while (low <= high) {
                while (numbers[low] < pivot) {
                    low++;
                }
                while (numbers[high] > pivot) {
                    high--;
                }
                if (low <= high) {
                    long number = numbers[low];
                    numbers[low++] = numbers[high];
                    numbers[high--] = number;
                }
            }
            if (index <= high) {
                to = high;
            } else if (index >= low) {
                from = low;
            } else {
                return numbers[index];
            }
        }
        return numbers[index];
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
