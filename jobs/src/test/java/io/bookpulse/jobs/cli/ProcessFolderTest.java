package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFolderTest {
    private static final Set<Thread.State> WAITS_OR_IS_DONE =
            EnumSet.of(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    @TempDir private Path parent;
    private Path folder = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        folder = parent.resolve("ours");
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/file"), "");
        Files.writeString(parent.resolve("neighbour"), "not ours");
        Files.createSymbolicLink(folder.resolve("a/link"), parent);
    }

    @Test
    void deletesTheFolderAndNothingThatLinksLeadTo() {
        assertThat(ProcessFolder.delete(folder)).isTrue();
        assertThat(folder).doesNotExist();
        assertThat(parent.resolve("neighbour")).hasContent("not ours");
        assertThat(ProcessFolder.delete(folder)).isTrue();
    }

    @Test
    void waitsForThoseWhoHoldIt() throws InterruptedException {
        long first = ProcessFolder.hold();
        long second = ProcessFolder.hold();
        Thread end = new Thread(() -> ProcessFolder.awaitAndDelete(folder));
        end.start();
        ProcessFolder.release(first);
        await().until(() -> WAITS_OR_IS_DONE.contains(end.getState()));
        assertThat(folder.resolve("a/b/file")).exists();
        ProcessFolder.release(second);
        end.join();
        assertThat(folder).doesNotExist();
    }
}
