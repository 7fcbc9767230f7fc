package dev.clew.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sixty users with planted tastes: user u likes items i with i mod 3 = u mod 3, nine of them known and three held back. */
final class SmallData {

    private SmallData() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(1);
        var train = new StringBuilder();
        var test = new StringBuilder();
        for (int user = 0; user < 60; user++) {
            List<Integer> liked = liked(user % 3, random);
            train.append(line(user, liked.subList(0, 9)));
            test.append(line(user, liked.subList(9, 12)));
        }
        Files.writeString(folder.resolve("train.txt"), train);
        Files.writeString(folder.resolve("test.txt"), test);
        return folder;
    }

    private static List<Integer> liked(int taste, Random random) {
        List<Integer> items = new ArrayList<>(
                IntStream.range(0, 24).map(i -> i * 3 + taste).boxed().toList());
        Collections.shuffle(items, random);
        return items;
    }

    private static String line(int user, List<Integer> items) {
        return user + " " + items.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n";
    }
}
