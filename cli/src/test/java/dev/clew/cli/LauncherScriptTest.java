package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the launcher script with a PATH that holds only what a test puts there. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

    private static final List<String> TOOLS = List.of("dirname", "sed", "head", "find", "touch", "mv", "mkdir");

    private static final Path BASH = existing("bash");

    @TempDir
    private Path folder = Path.of("");

    private Path path = Path.of("");
    private Path script = Path.of("");

    /** The script is copied, so that a mistake here cannot touch the repository it builds. */
    @BeforeEach
    void copyScript() throws IOException {
        path = Files.createDirectory(folder.resolve("bin"));
        script = Files.copy(Path.of("../clew"), folder.resolve("clew"));
        for (String tool : TOOLS) {
            fake(tool, "exec %s \"$@\"".formatted(existing(tool)));
        }
    }

    private record Outcome(int exitCode, String output) {}

    @Test
    void saysHowToInstallJavaWhenThereIsNone() throws Exception {
        var outcome = run("demo");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output())
                .startsWith("clew: Java 17 or newer is missing: no java on the PATH.")
                .contains("apt-get install openjdk-17", "dnf install java-17", "brew install openjdk@17");
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_412, 8", "11.0.23, 11", "16, 16"})
    void namesAJavaThatIsTooOld(String version, String feature) throws Exception {
        fakeJava(version);

        var outcome = run("demo");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output())
                .contains("Java 17 or newer is needed, but %s is version %s.".formatted(path.resolve("java"), feature));
    }

    @Test
    void saysHowToInstallMavenWhenThereIsNone() throws Exception {
        fakeJava("17.0.15");

        var outcome = run("test");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output())
                .startsWith("clew: Maven 3.8 or newer is missing: no mvn on the PATH.")
                .contains("apt-get install maven", "dnf install maven", "brew install maven");
    }

    @ParameterizedTest
    @CsvSource({"3.6.3", "2.2.1", "3.7.9"})
    void namesAMavenThatIsTooOld(String version) throws Exception {
        fakeJava("21");
        fake("mvn", "echo 'Apache Maven %s (abc)'".formatted(version));

        var outcome = run("demo");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output())
                .contains("Maven 3.8 or newer is needed, but mvn is version " + version.substring(0, 3));
    }

    @ParameterizedTest
    @CsvSource({"3.8.7", "3.10.0", "4.0.0"})
    void runsTheWholeBuildForTest(String version) throws Exception {
        fakeJava("25-ea");
        fake("mvn", "[[ $1 == -version ]] && echo 'Apache Maven %s (abc)' || echo \"ran mvn $*\"".formatted(version));

        var outcome = run("test");

        assertThat(outcome).isEqualTo(new Outcome(0, "ran mvn -B verify\n"));
    }

    @Test
    void buildsWhatIsMissingBeforeACommandAndSaysSo() throws Exception {
        fake("java", "[[ $1 == -version ]] && echo 'openjdk version \"17.0.15\"' >&2 || echo \"ran ${@: -2}\"");
        fake("mvn", "[[ $1 == -version ]] && echo 'Apache Maven 3.9.9' || echo \"ran mvn $*\"");

        var outcome = run("demo", "--exit");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .startsWith("Building Clew;")
                .contains("ran mvn -B -q -DskipTests -Dspotless.check.skip -pl cli,server,api -am package")
                .endsWith("ran demo --exit\n");
    }

    @Test
    void buildsNothingWhenNothingIsNewer() throws Exception {
        fake("java", "[[ $1 == -version ]] && echo 'openjdk version \"17.0.15\"' >&2 || echo \"ran ${@: -1}\"");
        for (String module : List.of("core", "procedures", "ingest", "evaluation", "gnn", "server", "api", "cli")) {
            Files.createDirectories(folder.resolve(module));
        }
        Files.createFile(folder.resolve("pom.xml"));
        Files.createDirectories(folder.resolve("cli/target/clew-cli/lib"));
        Files.createFile(Files.createDirectories(folder.resolve("api/target")).resolve("clew-api.jar"));
        Files.createFile(Files.createDirectories(folder.resolve("server/target/clew-server/plugins"))
                .resolve("clew-procedures.jar"));
        Files.createFile(Files.createDirectories(folder.resolve("target")).resolve("clew-build.stamp"));

        assertThat(run("demo")).isEqualTo(new Outcome(0, "ran demo\n"));
    }

    @Test
    void buildsWhatBenchmarksNeedForBenchAloneAndRunsThem() throws Exception {
        fake("java", "[[ $1 == -version ]] && echo 'openjdk version \"17.0.15\"' >&2 || echo \"ran ${@: -3}\"");
        fake("mvn", "[[ $1 == -version ]] && echo 'Apache Maven 3.9.9' || echo \"ran mvn $*\"");

        var outcome = run("bench", "serving", "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output())
                .contains("-pl cli,server,benchmarks/peers,benchmarks -am package")
                .endsWith("ran dev.clew.benchmarks.Benchmarks serving --help\n");
    }

    private void fakeJava(String version) throws IOException {
        fake("java", "echo 'openjdk version \"%s\" 2024-01-16' >&2".formatted(version));
    }

    private void fake(String command, String body) throws IOException {
        Path file = path.resolve(command);
        Files.writeString(file, "#!%s%n%s%n".formatted(BASH, body));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(BASH.toString(), script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", path.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private static Path existing(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is neither in /bin nor in /usr/bin"));
    }
}
