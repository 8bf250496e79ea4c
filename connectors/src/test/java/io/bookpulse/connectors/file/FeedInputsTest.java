package io.bookpulse.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedInputsTest {
    @TempDir private Path folder;

    @Test
    void takesAFileWhateverItsName() throws IOException {
        Path file = touch("quotes.data");

        FeedInput input = FeedInputs.parse("ticks:" + file);

        assertThat(input.format()).isEqualTo(FeedFormat.TICKS);
        assertThat(input.files())
                .containsExactly(new FeedFile(FeedFormat.TICKS, file.toString(), "quotes.data"));
    }

    @Test
    void takesTheFilesOfAFolderThatBelongToTheFormatInTheOrderOfTheirNames() throws IOException {
        touch("b.csv.gz");
        touch("a.csv");
        touch("README.md");
        touch(".hidden.csv");

        assertThat(names(FeedInputs.parse("ticks:" + folder))).containsExactly("a.csv", "b.csv.gz");
    }

    @Test
    void takesWhatAGlobMatches() throws IOException {
        touch("x/day1.txt");
        touch("x/day2.txt");
        touch("y/day3.txt");
        touch("y/deep/day4.txt");

        assertThat(names(FeedInputs.parse("ticks:" + folder + "/x/*.txt")))
                .containsExactly("day1.txt", "day2.txt");
        assertThat(names(FeedInputs.parse("ticks:" + folder + "/*/day{2,3,4}.txt")))
                .containsExactly("day2.txt", "day3.txt");
        assertThat(names(FeedInputs.parse("ticks:" + folder + "/**.txt"))).hasSize(4);
    }

    @Test
    void followsSymbolicLinksToFoldersAndFiles() throws IOException {
        Path file = touch("real/a.csv");
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), file.getParent());
        Files.createSymbolicLink(folder.resolve("real/b.csv"), file);

        assertThat(names(FeedInputs.parse("ticks:" + linked))).containsExactly("a.csv", "b.csv");
        assertThat(names(FeedInputs.parse("ticks:" + folder + "/link*/a.csv")))
                .containsExactly("a.csv");
    }

    @Test
    void refusesALinkThatLeadsBack() throws IOException {
        Path inner = touch("real/a.csv").getParent();
        Path back = Files.createSymbolicLink(inner.resolve("back"), folder);

        assertRefused(
                "ticks:" + folder + "/**.csv",
                "The folder "
                        + folder
                        + " cannot be read: "
                        + back
                        + " is a link back to a folder around it.");
    }

    @Test
    void joinsInputsOfOneFormatInTheOrderGivenAndReadsNothingTwice() throws IOException {
        Path first = touch("z.csv");
        Path second = touch("a.csv");
        Path ours = touch("m.avro");

        List<FeedInput> inputs =
                FeedInputs.parseAll(
                        List.of(
                                "ticks:" + first,
                                "bookpulse:" + ours,
                                "ticks:" + second,
                                "ticks:" + first));

        assertThat(inputs)
                .extracting(FeedInput::format)
                .containsExactly(FeedFormat.TICKS, FeedFormat.BOOKPULSE);
        assertThat(names(inputs.get(0))).containsExactly("z.csv", "a.csv");
    }

    @Test
    void tellsFilesOfEqualNameApartByTheirFolders() throws IOException {
        touch("monday/x.csv");
        touch("tuesday/x.csv");
        touch("tuesday/y.csv");

        FeedInput input = FeedInputs.parse("ticks:" + folder + "/*/*.csv");

        assertThat(names(input)).containsExactly("monday/x.csv", "tuesday/x.csv", "y.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tick:/x | Unknown format 'tick', did you mean ticks? known formats are"
                        + " binance-capture, lobster, ticks, klines, bookpulse.",
                "xyzzyxyzzy:/x | Unknown format 'xyzzyxyzzy'; known formats are binance-capture,"
                        + " lobster, ticks, klines, bookpulse.",
                "/some/file | The input '/some/file' is not of the form FORMAT:PATH; known formats"
                        + " are binance-capture, lobster, ticks, klines, bookpulse.",
                "ticks: | The input 'ticks:' is not of the form FORMAT:PATH; known formats are"
                        + " binance-capture, lobster, ticks, klines, bookpulse.",
                "ticks:/no/such | There is no file or folder /no/such.",
                "ticks:/no/such/*.csv | No file matches /no/such/*.csv.",
            })
    void explainsAWrongInputInOneSentence(String text, String sentence) {
        assertRefused(text, sentence);
    }

    @Test
    void refusesAnEmptyFolder() {
        assertRefused("ticks:" + folder, "The folder " + folder + " is empty.");
    }

    @Test
    void refusesAFolderWithoutFilesOfTheFormat() throws IOException {
        for (String name : List.of("a.zip", "b.md", "c.md", "d.md")) {
            touch(name);
        }

        assertRefused(
                "ticks:" + folder,
                "No file of format ticks in the folder "
                        + folder
                        + "; it holds a.zip, b.md, c.md and 1 more.");
    }

    @Test
    void refusesABrokenGlob() {
        assertThatThrownBy(() -> FeedInputs.parse("ticks:" + folder + "/[a.csv"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("is not a glob");
    }

    @Test
    void knowsHowManyBytesAreToBeRead() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "12345");
        Files.writeString(folder.resolve("b.csv"), "123");

        assertThat(FeedInputs.parse("ticks:" + folder).storedBytes()).isEqualTo(8);
    }

    private static void assertRefused(String text, String sentence) {
        assertThatThrownBy(() -> FeedInputs.parse(text))
                .isInstanceOf(ConnectorException.class)
                .hasMessage(sentence);
    }

    private static List<String> names(FeedInput input) {
        return input.files().stream().map(FeedFile::name).toList();
    }

    private Path touch(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }
}
