package dev.clew.benchmarks.replay;

import dev.clew.core.graph.GraphSnapshot;
import dev.clew.core.ledger.Contribution;
import dev.clew.core.ledger.Ledger;
import dev.clew.core.recommend.Answer;
import dev.clew.core.recommend.Recommendation;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * All that a caller sees of an answer: keys in their order, the bits of the scores, and of each contribution kind and bits.
 *
 * @param digest SHA-256 of the bytes, which for thousands of answers with all their contributions would not fit into memory
 */
record AnswerBytes(String digest) {

    static AnswerBytes of(GraphSnapshot graph, Answer answer) {
        MessageDigest digest = sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.writeUTF(answer.recommender());
            out.writeLong(answer.snapshotVersion());
            for (Recommendation item : answer.items()) {
                out.writeUTF(String.valueOf(graph.key(item.item())));
                out.writeLong(Double.doubleToRawLongBits(item.score()));
                write(item.ledger(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written to", e);
        }
        return new AnswerBytes(HexFormat.of().formatHex(digest.digest()));
    }

    private static void write(@Nullable Ledger ledger, DataOutputStream out) throws IOException {
        if (ledger == null) {
            return;
        }
        for (Contribution contribution : ledger.contributions()) {
            out.writeUTF(contribution.kind());
            out.writeLong(Double.doubleToRawLongBits(contribution.value()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
