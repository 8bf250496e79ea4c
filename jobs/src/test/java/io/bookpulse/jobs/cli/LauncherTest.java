package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script beside a built project and a Java that only prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "bookpulse");

    @TempDir private Path project;
    private Path jdk = Path.of("");

    @BeforeEach
    void buildAProject() throws IOException {
        Files.copy(SCRIPT, project.resolve("bookpulse"));
        executable(project.resolve("bookpulse"));
        Files.createDirectories(project.resolve("flink-conf"));
        Files.createDirectories(project.resolve("jobs/src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Files.writeString(project.resolve("jobs/pom.xml"), "<project/>");
        Files.createDirectories(project.resolve("jobs/target/lib"));
        Files.writeString(project.resolve("jobs/target/bookpulse-jobs-1.jar"), "");
        Files.writeString(project.resolve("jobs/target/launcher.stamp"), "");
        jdk = Files.createDirectories(project.resolve("jdk"));
        installJava("17.0.1");
    }

    private void buildBenches() throws IOException {
        Files.createDirectories(project.resolve("bench/target/lib"));
        Files.writeString(project.resolve("bench/target/bookpulse-bench-1.jar"), "");
        Files.writeString(project.resolve("bench/target/launcher.stamp"), "");
    }

    private void installJava(String version) throws IOException {
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(
                java,
                "#!/bin/sh\n"
                        + "if [ \"$1\" = -version ]; then echo 'openjdk version \""
                        + version
                        + "\"' >&2; exit; fi\n"
                        + "if [ \"$1\" = --list-modules ]; then echo jdk.compiler@17; exit; fi\n"
                        + "pwd\n"
                        + "for argument in \"$@\"; do echo \"<$argument>\"; done\n"
                        + "exit 5\n");
        executable(java);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(
                file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
    }

    private record Ended(int status, String text) {}

    private Ended launch(Map<String, String> environment, String... arguments) throws Exception {
        Path elsewhere = Files.createDirectories(project.resolve("else where"));
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(project.resolve("bookpulse").toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("TMPDIR", project.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), text);
    }

    @Test
    void startsTheProgramWhereTheUserIsWithTheUsersArguments() throws Exception {
        Ended ended = launch(Map.of("BOOKPULSE_HEAP", "512m"), "check", "ticks:a b.csv");

        assertThat(ended.status()).isEqualTo(5);
        assertThat(ended.text().lines()).first().asString().endsWith("/else where");
        assertThat(ended.text().lines())
                .contains("<-Xmx512m>", "<--add-opens=java.base/java.util=ALL-UNNAMED>")
                .endsWith("<io.bookpulse.jobs.cli.Bookpulse>", "<check>", "<ticks:a b.csv>");
    }

    @Test
    void choosesTheCollectorUnlessTheUserDoes() throws Exception {
        assertThat(launch(Map.of(), "run").text()).contains("<-XX:+UseParallelGC>");
        assertThat(launch(Map.of("BOOKPULSE_JAVA_OPTIONS", "-XX:+UseSerialGC"), "run").text())
                .contains("<-XX:+UseSerialGC>")
                .doesNotContain("UseParallelGC");
    }

    @Test
    void compilesWhatEndsLater() throws Exception {
        assertThat(launch(Map.of(), "backfill").text())
                .contains("<-XX:Tier4CompileThreshold=750000>");
        assertThat(launch(Map.of(), "run").text()).doesNotContain("Tier4");
    }

    @Test
    void keepsTheYoungGarbageOfWhatEndsSmallWhereTheHeapIsNot() throws Exception {
        assertThat(launch(Map.of(), "backfill").text()).contains("<-XX:MaxNewSize=256m>");
        assertThat(launch(Map.of("BOOKPULSE_HEAP", "200m"), "backfill").text())
                .doesNotContain("MaxNewSize");
        assertThat(launch(Map.of(), "run").text()).doesNotContain("MaxNewSize");
    }

    @Test
    void givesBenchesTheirWholeHeapFromTheStart() throws Exception {
        buildBenches();
        assertThat(launch(Map.of("BOOKPULSE_HEAP", "64m"), "bench").text())
                .contains("<-Xmx64m>", "<-Xms64m>", "<-XX:+AlwaysPreTouch>");
        assertThat(launch(Map.of(), "run").text()).doesNotContain("-Xms", "AlwaysPreTouch");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAHeapThatABenchCannotHave() throws Exception {
        buildBenches();
        Ended ended = launch(Map.of("BOOKPULSE_HEAP", "500000g"), "bench");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.text())
                .matches("bookpulse: BOOKPULSE_HEAP is 500000g, and this .* has \\d+ MB free\\.\n");
    }

    @Test
    void readsAHeapAsADecimalNumber() throws Exception {
        buildBenches();
        assertThat(launch(Map.of("BOOKPULSE_HEAP", "064m"), "bench").text()).contains("<-Xmx064m>");
        assertThat(launch(Map.of("BOOKPULSE_HEAP", "0000000008m"), "bench").text())
                .contains("<-Xmx0000000008m>");
    }

    @Test
    void helpsWithBenchesWhateverTheHeap() throws Exception {
        buildBenches();
        assertThat(launch(Map.of("BOOKPULSE_HEAP", "500000g"), "bench", "--help").text())
                .contains("<--help>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "g", "4gb", "-1g", "1.5g", "0g", "99999999999999999999g"})
    void refusesAHeapThatIsNoSize(String heap) throws Exception {
        Ended ended = launch(Map.of("BOOKPULSE_HEAP", heap), "run");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.text())
                .isEqualTo(
                        "bookpulse: BOOKPULSE_HEAP is %s; it takes a size such as 4g or 512m.\n"
                                .formatted(heap));
    }

    @Test
    void startsFromTheArchiveOfClassesWhereThereIsOne() throws Exception {
        Path archive = Files.writeString(project.resolve("jobs/target/classes.jsa"), "");
        assertThat(launch(Map.of(), "run").text())
                .contains("<-XX:SharedArchiveFile=" + archive.toRealPath() + ">");
    }

    @Test
    void givesTheProgramAFolderOfItsOwnForTemporaryFiles() throws Exception {
        String option = "<-Djava.io.tmpdir=" + project + "/bookpulse-";
        String first = folder(launch(Map.of(), "run").text(), option);
        assertThat(Path.of(first)).isEmptyDirectory();
        assertThat(folder(launch(Map.of(), "run").text(), option)).isNotEqualTo(first);
    }

    private static String folder(String text, String option) {
        String line = text.lines().filter(each -> each.startsWith(option)).findFirst().orElse("");
        assertThat(text).contains(line.replace("java.io.tmpdir", "bookpulse.temporary"));
        return line.substring(line.indexOf('=') + 1, line.length() - 1);
    }

    @Test
    void startsWithoutSuchAFolderWhereNoneCanBeMade() throws Exception {
        Ended ended = launch(Map.of("TMPDIR", "/no/such/folder"), "run");
        assertThat(ended.text()).doesNotContain("tmpdir", "mktemp").endsWith("<run>\n");
    }

    @Test
    void startsTheBenchesWithTheirOwnClassPath() throws Exception {
        buildBenches();
        Ended ended = launch(Map.of(), "bench", "job");

        assertThat(ended.text())
                .contains("/bench/target/bookpulse-bench-1.jar:")
                .contains("/bench/target/lib/*>")
                .doesNotContain("bookpulse-jobs-1.jar", "/jobs/target/lib");
        assertThat(ended.text().lines())
                .endsWith("<io.bookpulse.jobs.cli.Bookpulse>", "<bench>", "<job>");
    }

    @Test
    void refusesAnOldJava() throws Exception {
        Files.delete(jdk.resolve("bin/java"));
        installJava("11.0.2");
        Ended ended = launch(Map.of(), "--help");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.text()).contains("is Java 11; a JDK, 17 or newer, is needed.");
    }

    @Test
    void saysWhenJavaHomeIsWrong() throws Exception {
        Ended ended = launch(Map.of("JAVA_HOME", "/no/such/jdk"), "--help");

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.text()).contains("JAVA_HOME is /no/such/jdk, where there is no bin/java.");
    }

    @Test
    void buildsOnceAfterAChange() throws Exception {
        Path wrapper = project.resolve("mvnw");
        Files.writeString(wrapper, "#!/bin/sh\necho \"building with $*\"\n");
        executable(wrapper);
        Files.delete(project.resolve("jobs/target/launcher.stamp"));

        assertThat(launch(Map.of(), "--help").text())
                .contains("bookpulse: building")
                .contains("building with -B -q -Dfast -DskipTests -pl jobs -am package");
        assertThat(launch(Map.of(), "--help").text()).doesNotContain("building");
    }

    @Test
    void saysWhenTheBuildFailed() throws Exception {
        Path wrapper = project.resolve("mvnw");
        Files.writeString(wrapper, "#!/bin/sh\nexit 1\n");
        executable(wrapper);
        Files.delete(project.resolve("jobs/target/launcher.stamp"));

        Ended ended = launch(Map.of(), "--help");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.text()).contains("The build failed; its messages are above.");
        assertThat(project.resolve("jobs/target/launcher.stamp")).doesNotExist();
    }
}
