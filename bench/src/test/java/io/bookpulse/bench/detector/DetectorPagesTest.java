package io.bookpulse.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorPagesTest {
    @TempDir private Path folder;

    @Test
    void replacesASectionAndKeepsTheTextAroundIt() throws IOException {
        Path page = folder.resolve("detectors.md");
        Files.writeString(page, "a\n<!-- noise -->\n\nold\n\n<!-- end of noise -->\nb\n");
        DetectorPages.write(folder, Map.of(Part.NOISE, "new\n"));
        String once = Files.readString(page);
        assertThat(once).isEqualTo("a\n<!-- noise -->\n\nnew\n\n<!-- end of noise -->\nb\n");
        DetectorPages.write(folder, Map.of(Part.NOISE, "new\n"));
        assertThat(page).hasContent(once);
    }

    @Test
    void refusesAPageWithoutTheSection() throws IOException {
        Files.writeString(folder.resolve("detectors-cost.md"), "text\n");
        assertThatThrownBy(() -> DetectorPages.write(folder, Map.of(Part.COST, "new\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no section between <!-- cost -->");
    }

    @Test
    void replacesTheRowsOfAPartOnly() throws IOException {
        DetectorPages.write(
                folder,
                List.of(Row.of("series", "b", "s", 1), Row.of("noise", "a", "s", 1).rate(0.5)));
        DetectorPages.write(folder, List.of(Row.of("series", "c", "s", 2)));
        assertThat(Files.readAllLines(folder.resolve("detectors.csv")))
                .containsExactly(Row.HEADER, "noise,a,s,1,,,0.5,,,,,,", "series,c,s,2,,,,,,,,,");
    }
}
