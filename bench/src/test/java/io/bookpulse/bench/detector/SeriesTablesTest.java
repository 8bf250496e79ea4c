package io.bookpulse.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTablesTest {
    @Test
    void putsFoundBesideMarked() {
        AnnotatedSeries series =
                new AnnotatedSeries(
                        "steps", 100, List.of(List.of(10, 40), List.of(12, 90)), List.of(11, 60));
        assertThat(SeriesTables.markdown(List.of(series)))
                .contains(
                        """
                        | 11 | 10, 12 | 1, 1 |
                        | - | 40 | 1 |
                        | 60 | - | - |
                        | - | 90 | 1 |
                        """);
    }
}
