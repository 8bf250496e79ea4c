package io.bookpulse.bench.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.evaluation.alarm.AlarmAsked;
import io.bookpulse.evaluation.alarm.AlarmRateStudy;
import io.bookpulse.evaluation.alarm.RatedParameters;
import io.bookpulse.evaluation.alarm.RealisedRate;
import io.bookpulse.simulation.noise.NoiseKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmRatePageTest {
    private final AlarmRateStudy study =
            new AlarmRateStudy(
                    RatedParameters.defaults(),
                    List.of(RatedDetector.CUSUM),
                    List.of(1.0, 5.0, 20.0),
                    200,
                    50,
                    1);

    private static RealisedRate rate(double asked, double threshold, double realised) {
        return new RealisedRate(
                NoiseKind.CLUSTERED,
                new AlarmAsked(RatedDetector.CUSUM, asked),
                threshold,
                79.25,
                realised);
    }

    @Test
    void marksWhatIsFarFromTheAskedRateAndCountsTheRest() {
        String page =
                new AlarmRatePage(study, "bookpulse x")
                        .text(List.of(rate(1, 11.5, 1.3), rate(5, 9.25, 4.4), rate(20, 8, 20.5)));
        assertThat(page)
                .startsWith("# Asked and realised false alarms\n\nWritten by `bookpulse x`")
                .contains(
                        "## GARCH(0.08, 0.91)\n\n"
                                + "| detector | asked 1 | asked 5 | asked 20 | thresholds |\n"
                                + "|---|---|---|---|---|\n"
                                + "| cusum | 79.3 / 1.30 \\*\\* | 79.3 / 4.40 \\* | 79.3 / 20.50 |"
                                + " 11.50, 9.250, 8.000 |\n")
                .contains("Of 3 asked rates 3 have a calibrated threshold; of these 1 are realised")
                .doesNotContain("## iid");
    }

    @Test
    void saysWhereThereIsNoThreshold() {
        String page = new AlarmRatePage(study, "x").text(List.of(rate(1, Double.NaN, Double.NaN)));
        assertThat(page).contains("| cusum | 79.3 / none | none |").contains("rates 0 have");
    }
}
