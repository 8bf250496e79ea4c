package io.bookpulse.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.connectors.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetOutputTest {
    private static final String OLD = "samples/dt=2024-08-08/part-00000000-0-0.parquet";
    private static final String LEFTOVER =
            "alerts/dt=2024-08-08/.part-00000000-0-1.parquet.inprogress.3f";

    @TempDir private Path folder;

    @Test
    void createsAFolderThatIsNotThere() {
        Path wanted = folder.resolve("out/spot");

        ParquetOutput output = ParquetOutput.prepare(wanted, IfExists.REFUSE);

        assertThat(output.directory()).isEqualTo(wanted).isEmptyDirectory();
    }

    @Test
    void refusesAFolderThatHoldsResults() throws IOException {
        touch(OLD);

        assertThatThrownBy(() -> ParquetOutput.prepare(folder, IfExists.REFUSE))
                .isInstanceOf(ConnectorException.class)
                .hasMessage(
                        "The output folder "
                                + folder
                                + " holds results already; add --overwrite to replace them or"
                                + " --append to keep them.");
        assertThat(folder.resolve(OLD)).exists();
    }

    @Test
    void acceptsAFolderWithForeignFilesAndLeftoversOfAKilledRun() throws IOException {
        touch("notes.txt");
        touch(LEFTOVER);

        ParquetOutput.prepare(folder, IfExists.REFUSE);

        assertThat(folder.resolve("notes.txt")).exists();
    }

    @Test
    void overwritesOurFilesAndNothingElse() throws IOException {
        touch(OLD);
        touch(LEFTOVER);
        touch("samples/dt=2024-08-08/mine.parquet");
        touch("other/dt=2024-08-08/part-1.parquet");

        ParquetOutput.prepare(folder, IfExists.OVERWRITE);

        assertThat(folder.resolve(OLD)).doesNotExist();
        assertThat(folder.resolve("alerts")).doesNotExist();
        assertThat(folder.resolve("samples/dt=2024-08-08/mine.parquet")).exists();
        assertThat(folder.resolve("other/dt=2024-08-08/part-1.parquet")).exists();
    }

    @Test
    void keepsWhatWasThereWhenAnAppendingRunIsDiscarded() throws IOException {
        touch(OLD);
        ParquetOutput output = ParquetOutput.prepare(folder, IfExists.APPEND);
        String finished = "samples/dt=2024-08-09/" + output.partPrefix() + "-0-0.parquet";
        String begun = "bars/dt=2024-08-09/." + output.partPrefix() + "-0-1.parquet.inprogress.9";
        touch(finished);
        touch(begun);

        output.cleanUp();

        assertThat(folder.resolve("bars")).doesNotExist();
        assertThat(output.finishedFiles()).containsExactly(folder.resolve(finished));

        output.discard();

        assertThat(folder.resolve(finished)).doesNotExist();
        assertThat(folder.resolve(OLD)).exists();
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        touch("out");

        assertThatThrownBy(() -> ParquetOutput.prepare(folder.resolve("out"), IfExists.REFUSE))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The output " + folder.resolve("out") + " is a file, not a folder.");
    }

    @Test
    void refusesAFolderThatCannotBeCreatedOrWritten() throws IOException {
        touch("file");
        Path below = folder.resolve("file/out");

        assertThatThrownBy(() -> ParquetOutput.prepare(below, IfExists.REFUSE))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The output folder " + below + " cannot be created.");
        assertThatThrownBy(() -> ParquetOutput.prepare(Path.of("/proc"), IfExists.REFUSE))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("The output folder /proc cannot be written.");
    }

    private void touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}
