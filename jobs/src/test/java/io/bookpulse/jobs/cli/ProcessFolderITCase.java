package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own, as the launcher starts them: nothing stays but what was asked for. */
class ProcessFolderITCase {
    @TempDir private Path folder;
    private Path temporary = Path.of("");
    private Path neighbour = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        temporary = Files.createDirectory(folder.resolve("temporary"));
        neighbour = Files.writeString(folder.resolve("neighbour"), "not ours");
        Files.createSymbolicLink(temporary.resolve("link"), folder);
    }

    @Test
    void goesWithAProcessThatHasRunAJob() throws Exception {
        Process demo = start("demo", "--duration", "1min", "--output", output());
        assertThat(text(demo)).contains("Parquet: ");
        assertEnded(demo, ExitStatus.DONE);
        assertThat(folder.resolve("out/samples")).isNotEmptyDirectory();
    }

    @Test
    void goesWithAProcessThatFails() throws Exception {
        Process failing = start("backfill", "--input", "ticks:" + folder.resolve("none"));
        assertThat(text(failing)).contains("There is no file or folder");
        assertEnded(failing, ExitStatus.WRONG_USAGE);
    }

    @Test
    void goesWithAProcessThatIsStopped() throws Exception {
        Process demo = start("demo", "--duration", "2h", "--output", output());
        try (BufferedReader lines = demo.inputReader()) {
            String line = lines.readLine(); // the market, and then the first alert of a running job
            while (line != null && !line.contains("ONSET")) {
                line = lines.readLine();
            }
            assertThat(line).isNotNull();
            assertThat(temporary).isNotEmptyDirectory();
            demo.destroy();
            assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(temporary).doesNotExist();
        assertThat(neighbour).exists();
    }

    private void assertEnded(Process process, int status) throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(status);
        assertThat(temporary).doesNotExist();
        assertThat(neighbour).hasContent("not ours");
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes());
    }

    private String output() {
        return folder.resolve("out").toString();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-opens=java.base/java.util=ALL-UNNAMED");
        command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-Dbookpulse.temporary=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Bookpulse.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
