package dev.clew.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.core.graph.Direction;
import dev.clew.core.graph.KeyType;
import dev.clew.core.vectors.AttributeColumns;
import dev.clew.core.vectors.AttributeEncoder;
import dev.clew.core.vectors.AttributePath;
import dev.clew.core.vectors.AttributeSpace;
import dev.clew.core.vectors.EncoderScales;
import dev.clew.core.vectors.Factor;
import dev.clew.core.vectors.FilterParameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBytesTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givesBackEveryVectorWhetherItsSidesShareThemOrNot(boolean shared) throws IOException {
        // More values than a block of the stream, so that the last block is a part.
        Model model = random(71, 300, 64, shared);
        byte[] bytes = bytes(model);
        Model read = ModelBytes.read(new ByteArrayInputStream(bytes));
        assertThat(bytes(read)).as("seed 71").isEqualTo(bytes);
        VectorContent content = (VectorContent) read.content();
        assertThat(content.candidate().sharesValuesWith(content.history())).isEqualTo(shared);
        assertThat(content.history().values())
                .isEqualTo(((VectorContent) model.content()).history().values());
        assertThat(content.filter()).isEqualTo(new FilterParameters(2, 0.5, 1, 0.3));
        assertThat(read.items().key(299)).isEqualTo(-299L);
    }

    @Test
    void writesSharedVectorsOnce() throws IOException {
        assertThat(bytes(random(1, 300, 64, false)).length - bytes(random(1, 300, 64, true)).length)
                .isEqualTo(300 * 64 * Float.BYTES);
    }

    @Test
    void givesBackRowsAndStringKeys() throws IOException {
        Model model = Model.of(ModelTest.rows(), ModelTest.trainedOn());
        Model read = ModelBytes.read(new ByteArrayInputStream(bytes(model)));
        assertThat(bytes(read)).isEqualTo(bytes(model));
        assertThat(read.recommender()).isEqualTo("ease");
        assertThat(List.of(read.items().key(0), read.items().key(3))).isEqualTo(List.of("a", "d"));
    }

    @Test
    void givesBackTheEncoderOfItemsWithoutVectors() throws IOException {
        Model model = encoding();
        Model read = ModelBytes.read(new ByteArrayInputStream(bytes(model)));
        assertThat(bytes(read)).isEqualTo(bytes(model));
        AttributeEncoder encoder = Objects.requireNonNull(((VectorContent) read.content()).encoder());
        assertThat(encoder.scales()).isEqualTo(new EncoderScales(0.5f, 2, 0.25f));
        assertThat(encoder.value(2, 1)).isEqualTo(6);
        assertThat(encoder.space().weightOfUnknown()).isEqualTo(2.5f);
        AttributeColumns directors = encoder.space().blocks().get(1);
        assertThat(directors.path()).isEqualTo(new AttributePath(1, "DIRECTED", "director", Direction.IN));
        assertThat(directors.keys()).containsExactly("Lynch");
        assertThat(directors.weight(0)).isEqualTo(1.5f);
    }

    @Test
    void refusesEveryModelThatEndsTooEarly() throws IOException {
        byte[] bytes = bytes(random(3, 4, 2, false));
        for (int length = 0; length < bytes.length; length++) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ModelBytes.read(new ByteArrayInputStream(torn)))
                    .as("the first %d of %d bytes", length, bytes.length)
                    .isInstanceOf(ModelFormatException.class)
                    .hasMessageContaining("a part is missing");
        }
    }

    @Test
    void refusesEveryModelWithAByteChanged() throws IOException {
        byte[] bytes = bytes(encoding());
        for (int place = 0; place < bytes.length; place++) {
            byte[] changed = bytes.clone();
            changed[place] ^= 0x41;
            assertThatThrownBy(() -> ModelBytes.read(new ByteArrayInputStream(changed)))
                    .as("byte %d of %d", place, bytes.length)
                    .isInstanceOf(ModelFormatException.class);
        }
    }

    @Test
    void saysWhatForeignBytesAre() throws IOException {
        byte[] bytes = bytes(random(3, 4, 2, true));
        assertThatThrownBy(() ->
                        ModelBytes.read(new ByteArrayInputStream("a page of text".getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessage("These bytes are not a Clew model.");
        byte[] newer = bytes.clone();
        newer[11] = 9;
        assertThatThrownBy(() -> ModelBytes.read(new ByteArrayInputStream(newer)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("format version 9, but this Clew reads version 1");
        byte[] two = Arrays.copyOf(bytes, 2 * bytes.length);
        assertThatThrownBy(() -> ModelBytes.read(new ByteArrayInputStream(two)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("go on after its end");
    }

    /** Genres 7 and 9 and the director Lynch, with the rows (1, 2), (3, 4) and (5, 6). */
    private static Model encoding() {
        AttributeSpace space = new AttributeSpace(
                List.of(
                        new AttributeColumns(
                                new AttributePath(1, "IN", "genre", Direction.OUT),
                                "Genre",
                                List.of(7L, 9L),
                                new float[] {1, 2}),
                        new AttributeColumns(
                                new AttributePath(1, "DIRECTED", "director", Direction.IN),
                                "Person",
                                List.of("Lynch"),
                                new float[] {1.5f})),
                2.5f);
        AttributeEncoder encoder =
                new AttributeEncoder(space, new float[] {1, 2, 3, 4, 5, 6}, 2, new EncoderScales(0.5f, 2, 0.25f));
        Model model = random(5, 4, 2, true);
        VectorContent content = (VectorContent) model.content();
        return new Model(
                "ridge-encoder",
                model.items(),
                new VectorContent(content.history(), content.candidate(), content.filter(), encoder));
    }

    private static Model random(long seed, int items, int dimension, boolean shared) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        float[] values = floats(random, items * dimension);
        Factor history = new Factor(values, floats(random, items), dimension);
        float[] others = shared ? values : floats(random, items * dimension);
        Factor candidate = new Factor(others, floats(random, items), dimension);
        ItemKeys keys = ItemKeys.of(
                KeyType.INTEGER,
                LongStream.range(0, items).mapToObj(key -> -key).toList());
        return new Model("spectral", keys, new VectorContent(history, candidate, new FilterParameters(2, 0.5, 1, 0.3)));
    }

    private static float[] floats(RandomGenerator random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }

    private static byte[] bytes(Model model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ModelBytes.write(model, bytes);
        return bytes.toByteArray();
    }
}
