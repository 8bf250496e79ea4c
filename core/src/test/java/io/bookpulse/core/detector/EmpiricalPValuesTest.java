package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import org.junit.jupiter.api.Test;

class EmpiricalPValuesTest {
    private final EmpiricalPValues pValues =
            new EmpiricalPValues(SampleColumn.SCORE_DRIFT, SampleColumn.SCORE_BURST);
    private final EmpiricalPValuesState state = pValues.initialState();

    private static Detection drift(double score) {
        Detection detection = new Detection();
        detection.type = AlertType.IMBALANCE_DRIFT;
        detection.score = score;
        detection.threshold = 8;
        return detection;
    }

    private void see(int samples, double drift) {
        for (int i = 0; i < samples; i++) {
            Sample sample = Samples.at(0);
            sample.set(SampleColumn.SCORE_DRIFT, drift);
            pValues.observe(state, sample);
        }
    }

    /** 400 quiet scores, 5 alarms at 1.1, 2 at 2: of 407, 7 are at or above 1, 2 above 1.5. */
    @Test
    void ranksTheScoreOverItsThresholdAmongTheFamilysOwn() {
        see(400, 0.4);
        see(5, 1.1);
        see(2, 2);
        Detection detection = drift(12);
        pValues.complete(state, detection);
        assertThat(detection.pValue).isCloseTo(3.0 / 408, within(1e-9));
        assertThat(detection.evidence).hasSize(1);
        assertThat(detection.evidence[0].name).isEqualTo("p_value");
        assertThat(detection.evidence[0].value).isEqualTo(detection.pValue);
        assertThat(detection.evidence[0].threshold).isCloseTo(8.0 / 408, within(1e-9));
    }

    @Test
    void leavesWhatItCannotKnow() {
        Detection early = drift(12);
        pValues.complete(state, early);
        assertThat(early.pValue).isNaN();
        assertThat(early.evidence).isEmpty();
        see(400, 0.4);
        Detection known = drift(12);
        known.pValue = 0.5;
        pValues.complete(state, known);
        assertThat(known.pValue).isEqualTo(0.5);
        Detection other = drift(12);
        other.type = AlertType.DATA_QUALITY;
        pValues.complete(state, other);
        assertThat(other.pValue).isNaN();
    }
}
