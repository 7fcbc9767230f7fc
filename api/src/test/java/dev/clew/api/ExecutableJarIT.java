package dev.clew.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The packaged service as a process of its own, without a database. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ExecutableJarIT {
    private static final Pattern ANNOUNCEMENT = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+) only: .*");

    private @Nullable Process process;

    @AfterEach
    void endTheProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void saysThatItIsLoopbackOnlyAndEndsWithItsParent() throws Exception {
        Process service = start("--server.port=0", "--clew.exit-on-stdin-close=true");
        BufferedReader output = service.inputReader(StandardCharsets.UTF_8);
        int port = Integer.parseInt(firstMatch(output).group(1));
        var liveness = URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(liveness).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);

        service.getOutputStream().close();
        output.transferTo(java.io.Writer.nullWriter());
        assertThat(service.waitFor()).isZero();
    }

    @Test
    void refusesToListenWhereOthersCanReachIt() throws Exception {
        Process service = start("--server.port=0", "--server.address=0.0.0.0");
        String output = String.join(
                "\n", service.inputReader(StandardCharsets.UTF_8).lines().toList());
        assertThat(service.waitFor()).isEqualTo(1);
        assertThat(output)
                .contains("server.address (0.0.0.0) must be a loopback address", "Remove the setting, or use 127.0.0.1")
                .doesNotContain("\tat ");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "target/clew-api.jar"));
        command.addAll(List.of(arguments));
        Process started = new ProcessBuilder(command).redirectErrorStream(true).start();
        process = started;
        return started;
    }

    private static Matcher firstMatch(BufferedReader output) throws IOException {
        var seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher match = ANNOUNCEMENT.matcher(line);
            if (match.find()) {
                return match;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("The service ended before it listened:\n" + seen);
    }
}
