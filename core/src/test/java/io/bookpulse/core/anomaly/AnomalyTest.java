package io.bookpulse.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.bookpulse.core.detector.Samples;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnomalyTest {
    private static final List<String> TWO = List.of("imbalance_5", "ofi_1s/top_depth");

    @Test
    void reportsOnsetAndClearWithTheFeatureThatIsOdd() {
        IsolationForestModel model = model(0.62);
        Anomaly anomaly = new Anomaly(parameters(AnomalyMethod.ISOLATION_FOREST));
        AnomalyState state = anomaly.initialState();
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Sample sample = sample(i, 0.1, i >= 10 && i < 14 ? 8 : 0.1);
            anomaly.update(state, sample, model, found::add);
            assertThat(sample.value(SampleColumn.SCORE_ANOMALY) > 1).isEqualTo(i >= 10 && i < 14);
        }
        assertThat(found).extracting(one -> one.phase).containsExactly(Phase.ONSET, Phase.CLEAR);
        Detection onset = found.get(0);
        assertThat(onset.type).isEqualTo(AlertType.ANOMALY);
        assertThat(onset.direction).isZero();
        // The second in a row reports; the fifth usual one (after 13) clears.
        assertThat(onset.onsetTimeNanos).isEqualTo(Samples.at(10).eventTimeNanos);
        assertThat(onset.detectTimeNanos).isEqualTo(Samples.at(11).eventTimeNanos);
        assertThat(onset.sourceFrom).isEqualTo(Samples.at(10).sourceFrom());
        assertThat(onset.threshold).isEqualTo(0.62);
        assertThat(onset.evidence).hasSize(3);
        assertThat(onset.evidence[0].value).isEqualTo(onset.score);
        assertThat(onset.evidence[1].name).isEqualTo("ofi_1s/top_depth");
        assertThat(onset.evidence[1].value).isEqualTo(8);
        assertThat(onset.evidence[1].baseline).isCloseTo(0, within(0.1));
        assertThat(onset.evidence[1].contribution).isGreaterThan(0.6);
        Detection clear = found.get(1);
        assertThat(clear.onsetTimeNanos).isEqualTo(onset.onsetTimeNanos);
        assertThat(clear.detectTimeNanos).isEqualTo(Samples.at(18).eventTimeNanos);
        assertThat(clear.evidence[2].value).isEqualTo(8);
    }

    @Test
    void holdsStillWithoutModelQualityOrValue() {
        Anomaly anomaly = new Anomaly(parameters(AnomalyMethod.ISOLATION_FOREST));
        AnomalyState state = anomaly.initialState();
        Sample poor = sample(1, 9, 9);
        poor.quality = 0.5;
        anomaly.update(state, poor, model(0.62), detection -> {});
        Sample lacking = sample(2, 9, 9);
        lacking.set(SampleColumn.TOP_DEPTH, 0);
        anomaly.update(state, lacking, model(0.62), detection -> {});
        Sample without = sample(3, 9, 9);
        anomaly.update(state, without, detection -> {});
        assertThat(state.above).isZero();
        for (Sample sample : List.of(poor, lacking, without)) {
            assertThat(sample.value(SampleColumn.SCORE_ANOMALY)).isNaN();
        }
    }

    @Test
    void endsWhatItReportedAtTheFirstScoreAfterASilence() {
        Anomaly anomaly = new Anomaly(parameters(AnomalyMethod.ISOLATION_FOREST));
        AnomalyState state = anomaly.initialState();
        List<Detection> found = new ArrayList<>();
        for (int second : new int[] {1, 2, 400, 401}) {
            anomaly.update(state, sample(second, 9, 9), model(0.62), found::add);
        }
        assertThat(found)
                .extracting(one -> one.phase)
                .containsExactly(Phase.ONSET, Phase.CLEAR, Phase.ONSET);
        assertThat(found.get(2).onsetTimeNanos).isEqualTo(Samples.at(400).eventTimeNanos);
    }

    @Test
    void continuesARandomCutForestExactlyFromItsState() {
        RandomCutForests forests =
                new RandomCutForests(
                        new RandomCutForestParameters(Duration.ofMinutes(1), 20, 32, 2, 5), 2);
        RandomCutForestState kept = new RandomCutForestState();
        RandomCutForestState moved = new RandomCutForestState();
        double[] contributions = new double[2];
        double[][] points = Markets.normal(4, 200, 2);
        double score = Double.NaN;
        int scores = 0;
        for (int i = 0; i < points.length; i++) {
            long time = i * 60_000_000_000L;
            double expected = forests.update(kept, time, points[i], contributions);
            score = forests.update(moved, time, points[i], contributions);
            assertThat(Double.valueOf(score)).isEqualTo(Double.valueOf(expected));
            RandomCutForestState copy = new RandomCutForestState();
            copy.image = moved.image.clone();
            copy.interval = moved.interval;
            moved = copy;
            scores += Double.isNaN(score) ? 0 : 1;
        }
        // Two samples of a tree fill it, give or take the shingle.
        assertThat(scores).isBetween(200 - 2 * 32 - 3, 200 - 2 * 32);
        double[] odd = {9, 0};
        double oddScore = forests.update(kept, 13_000_000_000_000L, odd, contributions);
        assertThat(oddScore / (1 - oddScore)).isGreaterThan(2 * score / (1 - score));
        assertThat(Markets.greatest(contributions)).isZero();
        assertThat(Arrays.stream(contributions).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void scoresARandomCutForestOncePerInterval() {
        Anomaly anomaly = new Anomaly(parameters(AnomalyMethod.RANDOM_CUT_FOREST));
        AnomalyState state = anomaly.initialState();
        byte[] before = state.randomCutForest.image;
        for (int second = 0; second < 180; second++) {
            anomaly.update(state, sample(second, 0.1, 0.2), detection -> {});
            boolean changed = state.randomCutForest.image != before;
            // 2024-08-08T00:00 is the beginning of a minute.
            assertThat(changed).isEqualTo(second % 60 == 0);
            before = state.randomCutForest.image;
        }
    }

    @Test
    void readsFeaturesAndRefusesOthers() {
        assertThat(SampleFeature.parse("ofi_1s/top_depth").featureName())
                .isEqualTo("ofi_1s/top_depth");
        assertThat(SampleFeature.parse("ofi_1s/top_depth").value(sample(1, 0, 3))).isEqualTo(3);
        assertThatThrownBy(() -> SampleFeature.parse("score_drift"))
                .hasMessageStartingWith("feature is score_drift, must be a sample column");
        assertThatThrownBy(() -> SampleFeature.parse("a/b/c")).hasMessageContaining("a/b/c");
        assertThatThrownBy(() -> SampleFeature.parseAll(List.of("mid", "mid")))
                .hasMessageStartingWith("features is [mid, mid]");
    }

    /**
     * Without a detection: evidence is made for those alone. 256 B: the few small objects of one
     * judgement, which the compiler keeps off the heap or not; a path through 100 trees that
     * allocated would take more than 1,600.
     */
    @ParameterizedTest
    @EnumSource(names = {"ISOLATION_FOREST", "HALF_SPACE_TREES"})
    void allocatesNextToNothingForAJudgedSample(AnomalyMethod method) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Anomaly anomaly = new Anomaly(parameters(method));
        AnomalyState state = anomaly.initialState();
        IsolationForestModel model = model(0.99);
        Sample sample = sample(0, 0.1, 0.1);
        int samples = 20_000;
        long before = 0;
        for (int i = 0; i < 2 * samples; i++) {
            if (i == samples) {
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            sample.eventTimeNanos += 1_000_000_000L;
            sample.set(SampleColumn.IMBALANCE_5, 0.1 + 0.001 * (i % 7));
            anomaly.update(state, sample, model, found -> {});
        }
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        assertThat((after - before) / (double) samples).isLessThan(256);
    }

    private static AnomalyParameters parameters(AnomalyMethod method) {
        AnomalyParameters defaults = AnomalyParameters.defaults();
        return new AnomalyParameters(
                method,
                TWO,
                defaults.confirmations(),
                defaults.rearm(),
                defaults.clearAfter(),
                defaults.resetAfter(),
                defaults.minQuality(),
                defaults.tail(),
                defaults.halfSpaceTrees(),
                defaults.randomCutForest());
    }

    private static IsolationForestModel model(double threshold) {
        double[][] rows = Markets.normal(1, 5_000, 2);
        RobustScale scale = RobustScale.fit(rows);
        for (double[] row : rows) {
            scale.standardise(row);
        }
        IsolationForest forest =
                new IsolationForestTrainer(IsolationForestParameters.defaults()).fit(rows);
        return new IsolationForestModel(TWO, scale, forest, threshold);
    }

    private static Sample sample(int second, double imbalance, double flow) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.IMBALANCE_5, imbalance);
        sample.set(SampleColumn.OFI_1S, 4 * flow);
        sample.set(SampleColumn.TOP_DEPTH, 4);
        return sample;
    }
}
