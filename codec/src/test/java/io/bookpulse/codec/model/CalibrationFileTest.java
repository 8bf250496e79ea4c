package io.bookpulse.codec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.detector.RatedDetector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationFileTest {
    private static final String NAME = "c.json";
    private static final CalibrationOrigin ORIGIN =
            new CalibrationOrigin(
                    Instant.parse("2024-08-08T00:00:00Z"),
                    Instant.parse("2024-08-18T00:00:00Z"),
                    4,
                    3_456_000,
                    Duration.ofSeconds(1),
                    "0123456789abcdef",
                    "fedcba9876543210");

    private static CalibrationFile file(double cusum) {
        return new CalibrationFile(
                ORIGIN,
                List.of(
                        new CalibrationEntry(RatedDetector.CUSUM, 5, cusum, 200, 4.4, 5.6),
                        new CalibrationEntry(RatedDetector.CHANGE_POINT, 5, 0.25, 198, 4.3, 5.7)));
    }

    @Test
    void readsWhatItWrote() {
        CalibrationFile read = CalibrationFile.parse(file(9.5).text(), NAME);
        assertThat(read).isEqualTo(file(9.5));
        assertThat(read.text()).isEqualTo(file(9.5).text());
        assertThat(read.origin().days()).isEqualTo(40);
    }

    @Test
    void hasTheVersionOfItsContent() {
        assertThat(file(9.5).version()).isEqualTo(file(9.5).version()).hasSize(16);
        assertThat(file(9.5).version()).isNotEqualTo(file(9.6).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formatVersion\" : 1 | \"formatVersion\" : 2 | c.json has calibration format"
                        + " version 2, this program reads version 1; calibrate again.",
                "bookpulse-calibration | other | c.json is no Bookpulse calibration.",
                "2024-08-08T00:00:00Z | noon | c.json: history: from is \"noon\", must be a time such"
                        + " as 2024-08-08T00:00:00Z.",
                "\"cusum\" | \"cussum\" | c.json: thresholds[0]: detector is cussum, must be one of"
                        + " spread-spike, depth-collapse, cusum, page-hinkley, ewma, change-point,"
                        + " volume-burst, volatility-burst.",
                "\"change-point\" | \"cusum\" | c.json: thresholds names cusum twice.",
                "9.5 | NaN | c.json: thresholds[0]: threshold is \"NaN\", must be a finite number.",
                "0.25 | 1.25 | c.json: thresholds[1]: threshold or rate of change-point cannot be"
                        + " used: change-point is 1.25, must be from 1.0E-4 to 1.0.",
                "0.25 | 0 | c.json: thresholds[1]: threshold or rate of change-point cannot be used:"
                        + " threshold is 0.",
                "block-bootstrap | guess | c.json: thresholds[0]: method must be block-bootstrap.",
                "9.5 | 9.6 | c.json was changed after it was written: its content has version"
            })
    void refusesWhatCannotBeUsed(String from, String to, String message) {
        String text = file(9.5).text();
        assertThat(text).contains(from);
        assertThatThrownBy(() -> CalibrationFile.parse(text.replaceFirst(from, to), NAME))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesWhatIsNoDocumentOrSaysNothing() {
        assertThatThrownBy(() -> CalibrationFile.parse("{", NAME))
                .hasMessageStartingWith("c.json is no JSON document");
        String nothing = new CalibrationFile(ORIGIN, List.of()).text();
        assertThatThrownBy(() -> CalibrationFile.parse(nothing, NAME))
                .hasMessage("c.json: thresholds must be a list.");
    }
}
