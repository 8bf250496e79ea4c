package io.bookpulse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFileTest {
    @TempDir Path folder;

    private GoldenFile golden;

    @BeforeEach
    void storeText() throws Exception {
        Files.writeString(folder.resolve("text"), "one\ntwo\n");
        golden = GoldenFile.in(folder, "text");
    }

    @Test
    void acceptsTheSameLinesWithAnySeparator() {
        assertThatCode(() -> golden.assertMatches("one\r\ntwo")).doesNotThrowAnyException();
    }

    @Test
    void namesTheFirstLineThatDiffers() {
        assertThatThrownBy(() -> golden.assertMatches("one\n2\n3"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("text:2 differs\n  stored: two\n  actual: 2\n");
    }

    @Test
    void seesMissingAndAdditionalLines() {
        assertThatThrownBy(() -> golden.assertMatches("one"))
                .hasMessageContaining("text:2 differs\n  stored: two\n  actual: <end of text>");
        assertThatThrownBy(() -> golden.assertMatches("one\ntwo\nthree"))
                .hasMessageContaining("text:3 differs\n  stored: <end of text>\n  actual: three");
    }

    @Test
    void refusesAMissingFileInsteadOfStoringIt() {
        GoldenFile missing = GoldenFile.in(folder, "missing");
        assertThatThrownBy(() -> missing.assertMatches("x")).hasMessageContaining("no golden file");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void storesTheTextOnlyWhenToldTo() throws Exception {
        System.setProperty(GoldenFile.UPDATE_PROPERTY, "true");
        try {
            golden.assertMatches("new");
        } finally {
            System.clearProperty(GoldenFile.UPDATE_PROPERTY);
        }
        assertThat(folder.resolve("text")).hasContent("new");
    }
}
