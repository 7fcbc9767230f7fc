package dev.clew.ingest.triples;

import dev.clew.ingest.file.InvalidValueException;
import java.util.Arrays;

/** The whole numbers of a line between blanks, each in [0, 2^31). */
final class IntLine {
    private IntLine() {}

    /**
     * Reads a line.
     *
     * @throws InvalidValueException naming the first piece that is not such a number
     */
    static int[] parse(String line) {
        int[] numbers = new int[16];
        int count = 0;
        int at = 0;
        while ((at = skipBlanks(line, at)) < line.length()) {
            int end = endOfPiece(line, at);
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            numbers[count++] = number(line, at, end);
            at = end;
        }
        return Arrays.copyOf(numbers, count);
    }

    private static int skipBlanks(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private static int endOfPiece(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) > ' ') {
            at++;
        }
        return at;
    }

    private static int number(String line, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = line.charAt(i) - '0';
            value = value * 10 + digit;
            if (digit < 0 || digit > 9 || value > Integer.MAX_VALUE) {
                throw new InvalidValueException(
                        "id (" + line.substring(start, end) + ") must be a whole number in [0, 2147483647].");
            }
        }
        return (int) value;
    }
}
