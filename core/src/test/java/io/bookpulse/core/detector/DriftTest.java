package io.bookpulse.core.detector;

import static io.bookpulse.core.detector.Samples.BEGINNING;
import static io.bookpulse.core.detector.Samples.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest extends DetectorContractTest<DriftState, Sample, Detection> {
    private static final SampleColumn[] COLUMNS = {
        SampleColumn.IMBALANCE_5,
        SampleColumn.MICROPRICE_DRIFT,
        SampleColumn.SPREAD_COMPRESSION_60S,
        SampleColumn.TRADE_IMBALANCE_1S
    };

    @Override
    Detector<DriftState, Sample, Detection> detector() {
        return new Drift(parameters(), Duration.ofSeconds(1));
    }

    /** A chart that finds something in noise. */
    DriftParameters parameters() {
        return DriftParameters.defaults();
    }

    /** The earliest sample to which a shift at 3000 may be dated: noise may have come before it. */
    long earliestOnset() {
        return 2_994;
    }

    /** The limit at which the same chart finds nothing in a day of noise. */
    double strictLimit() {
        return 10.9;
    }

    @Override
    List<Sample> eventful(long seed, int count) {
        double[] values = SeededStreams.gaussian(seed, count * COLUMNS.length);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sample sample = Samples.at(i);
            for (int j = 0; j < COLUMNS.length; j++) {
                sample.set(COLUMNS[j], values[i * COLUMNS.length + j]);
            }
            samples.add(sample);
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sample sample = Samples.at(i);
            for (SampleColumn column : COLUMNS) {
                sample.set(column, Math.sin(i * 2.5) + Math.sin(i * 1.7));
            }
            samples.add(sample);
        }
        return samples;
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        List<Sample> samples = eventful(1, 300);
        samples.subList(200, 300).forEach(sample -> sample.set(SampleColumn.IMBALANCE_5, 1e6));
        return samples;
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = eventful(1, after + 2).get(after + 1);
        doubtful.quality = 0.5;
        Sample infinite = Samples.at(after + 2);
        infinite.set(SampleColumn.IMBALANCE_5, Double.POSITIVE_INFINITY);
        return List.of(Samples.at(after), doubtful, infinite);
    }

    @ParameterizedTest
    @CsvSource({
        "IMBALANCE_5, IMBALANCE_DRIFT, 2, 1",
        "MICROPRICE_DRIFT, MICROPRICE_DRIFT, -2, -1",
        "SPREAD_COMPRESSION_60S, SPREAD_COMPRESSION_DRIFT, 2, 1",
        "TRADE_IMBALANCE_1S, TRADE_IMBALANCE_DRIFT, -2, -1"
    })
    void findsTheShiftOfEachStreamUnderItsName(
            SampleColumn column, AlertType type, double shift, int direction) {
        DriftParameters calibrated = parameters().calibratedTo(strictLimit());
        List<Sample> samples = eventful(3, 3_030);
        samples.subList(3_000, 3_030)
                .forEach(sample -> sample.set(column, sample.value(column) + shift));
        List<Detection> found = run(new Drift(calibrated, Duration.ofSeconds(1)), samples);
        assertThat(found).hasSizeGreaterThanOrEqualTo(1);
        Detection first = found.get(0);
        assertThat(first.type).isEqualTo(type);
        assertThat(first.phase).isEqualTo(Phase.ONSET);
        assertThat(first.direction).isEqualTo(direction);
        assertThat((first.onsetTimeNanos - BEGINNING) / SECOND).isBetween(earliestOnset(), 3_004L);
        assertThat(first.detectTimeNanos).isGreaterThan(first.onsetTimeNanos);
    }

    @Test
    void saysBetweenWhichPositionsItHappened() {
        for (Detection found : run(detector(), eventful(5, 3_000))) {
            long onset = (found.onsetTimeNanos - BEGINNING) / SECOND;
            long detect = (found.detectTimeNanos - BEGINNING) / SECOND;
            assertThat(found.sourceFrom).isEqualTo("spot.gz:" + 10 * (onset + 1));
            assertThat(found.sourceTo).isEqualTo("spot.gz:" + (10 * detect + 9));
        }
    }

    @Test
    void givesTheStatisticItsBaselineAndTheSizeAsEvidence() {
        Detection found = run(detector(), eventful(5, 3_000)).get(0);
        assertThat(found.score).isGreaterThan(found.threshold);
        assertThat(found.threshold).isEqualTo(parameters().limit());
        assertThat(found.evidence)
                .extracting(evidence -> evidence.name)
                .contains(
                        parameters().chart().evidenceName(),
                        "deviation",
                        "autocorrelation",
                        "shift_sigma");
        assertThat(found.evidence[1].value).isEqualTo(found.score);
        assertThat(found.evidence[0].baseline).isBetween(-0.3, 0.3);
    }

    @Test
    void writesTheLargestStatisticOverItsLimitToTheSample() {
        Drift drift = detector(parameters());
        DriftState state = drift.initialState();
        List<Sample> samples = eventful(5, 3_000);
        for (Sample sample : samples) {
            List<Detection> found = new ArrayList<>();
            drift.update(state, sample, found::add);
            double score = sample.value(SampleColumn.SCORE_DRIFT);
            double largest =
                    Arrays.stream(state.streams)
                            .mapToDouble(stream -> statistic(stream.chart.chart))
                            .max()
                            .orElseThrow();
            for (Detection detection : found) {
                largest = Math.max(largest, detection.score);
            }
            boolean judged = sample.eventTimeNanos - BEGINNING >= judgedFrom() * SECOND;
            if (judged && !Double.isNaN(score)) {
                assertThat(score).isCloseTo(largest / parameters().limit(), within(1e-12));
            } else if (!judged) {
                assertThat(score).isNaN();
            }
        }
        assertThat(samples.get(2_999).value(SampleColumn.SCORE_DRIFT)).isNotNaN();
    }

    @Test
    void leavesTheScoreOfADoubtfulSampleEmpty() {
        Drift drift = detector(parameters());
        DriftState state = drift.initialState();
        eventful(5, 3_000).forEach(sample -> drift.update(state, sample, found -> {}));
        Sample doubtful = eventful(5, 3_001).get(3_000);
        doubtful.quality = 0.5;
        drift.update(state, doubtful, found -> {});
        assertThat(doubtful.value(SampleColumn.SCORE_DRIFT)).isNaN();
    }

    private static Drift detector(DriftParameters parameters) {
        return new Drift(parameters, Duration.ofSeconds(1));
    }

    /** Samples before the first one that is judged: the warm-up, and what the chart needs. */
    long judgedFrom() {
        return 299;
    }

    /** The statistic, computed from the memory of the chart. */
    double statistic(ChartState state) {
        return Math.max(state.up, state.down);
    }
}
