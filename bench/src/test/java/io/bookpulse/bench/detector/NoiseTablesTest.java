package io.bookpulse.bench.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.evaluation.study.QuietResult;
import io.bookpulse.evaluation.study.RateInterval;
import io.bookpulse.evaluation.study.ShiftResult;
import io.bookpulse.evaluation.study.StreamKind;
import io.bookpulse.evaluation.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoiseTablesTest {
    @Test
    void showsEachStreamAndSize() {
        String page = NoiseTables.markdown(results());
        assertThat(page)
                .startsWith("Seed 1; 5 false alarms a day asked for; 1 quiet days and 10 trials")
                .contains("| cusum | 4 (1 to 10.5) | 21,600 |")
                .contains("### With a change: AR(1) 0.64")
                .contains(
                        "| detector | 1 sd | 3 sd |\n|---|---:|---:|\n| cusum | 50 %, 4.50 s | 0 % |")
                .contains("| detector | deviation x 2 | deviation x 4 |");
    }

    @Test
    void leavesEmptyWhatIsNotKnown() {
        assertThat(NoiseTables.rows(results()).stream().map(Row::toCsv))
                .hasSize(12)
                .contains("noise,cusum,independent,0,86400,4,4,1,10.5,,,,")
                .contains(
                        "noise,cusum,heavy-tail,1,10,5,0.5,0.236593090512564,0.763406909487436,"
                                + "4.5,2,7,9")
                .contains("noise,cusum,heavy-tail,3,10,0,0,0,0.2775327998628892,,,,");
    }

    private static NoiseResults results() {
        List<QuietResult> quiet = new ArrayList<>();
        List<ShiftResult> shifted = new ArrayList<>();
        for (StreamKind kind : StreamKind.values()) {
            quiet.add(new QuietResult("cusum", kind, 86_400, 4, new RateInterval(4, 1, 10.5)));
            shifted.add(new ShiftResult("cusum", kind, 1, 10, 5, 4.5, 2, 7, 9));
            double none = Double.NaN;
            shifted.add(new ShiftResult("cusum", kind, 3, 10, 0, none, none, none, none));
        }
        return new NoiseResults(StudyParameters.quick(), quiet, shifted);
    }
}
