package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Volume bursts as profile calibrated looks for them: each window by its own tail. */
class VolumeBurstTailTest extends DetectorContractTest<VolumeBurstState, Sample, Detection> {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double NONE = Double.NaN;
    private static final int DAY = 86_400;

    @Override
    Detector<VolumeBurstState, Sample, Detection> detector() {
        return new VolumeBurst(VolumeBurstParameters.defaults().calibratedTo(4), SECOND);
    }

    /** Calm scores, and a burst of growing size every 500 s. */
    @Override
    List<Sample> eventful(long seed, int count) {
        List<Sample> samples = scores(SeededStreams.gaussian(seed, count));
        for (int i = 250; i < count; i += 500) {
            samples.get(i).set(SampleColumn.VOLUME_Z_1S, 10 + i);
        }
        return samples;
    }

    @Override
    List<Sample> quiet(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(i, 3.9 * Math.sin(i)));
        }
        return samples;
    }

    @Override
    List<Sample> wildBeforeWarmUp() {
        return List.of(sample(0, NONE), sample(1, NONE));
    }

    @Override
    List<Sample> unjudgeable(int after) {
        Sample doubtful = sample(after, 9);
        doubtful.quality = 0.7;
        return List.of(doubtful, sample(after + 1, NONE));
    }

    /** Asked for 24 a day of all windows, 8 of this one; after an hour, over five days. */
    @Test
    void keepsTheRateOnHeavyTailsToo() {
        double[] heavy = SeededStreams.studentT(5, 5 * DAY, 3);
        assertThat(onsets(tuned(24), scores(heavy)) / 5.0).isBetween(2.0, 16.0);
        assertThat(onsets(tuned(24), scores(SeededStreams.gaussian(5, 5 * DAY))) / 5.0)
                .isBetween(2.0, 16.0);
    }

    @Test
    void withoutATailOfTheirOwnHeavyScoresAlarmAllDay() {
        VolumeBurstParameters normal =
                new VolumeBurstParameters(
                        tuned(24).threshold(), tuned(24).rearm(), false, tuned(24).minQuality());
        double[] heavy = SeededStreams.studentT(5, DAY, 3);
        assertThat(onsets(normal, scores(heavy))).isGreaterThan(400);
    }

    /** 0.1 % of a normal variable pass 3.09; what passes a limit that is twice as high is half. */
    @Test
    void judgesAWindowByItsOwnLimit() {
        VolumeBurst detector =
                new VolumeBurst(VolumeBurstParameters.defaults().calibratedTo(3.09), SECOND);
        VolumeBurstState state = detector.initialState();
        double[] wide = SeededStreams.gaussian(8, 3 * DAY);
        List<Sample> samples = scores(wide);
        for (Sample sample : samples) {
            double z = 2 * sample.value(SampleColumn.VOLUME_Z_1S);
            sample.set(SampleColumn.VOLUME_Z_1S, z);
            detector.update(state, sample, found -> {});
        }
        assertThat(state.limits[0]).isBetween(5.8, 6.6);
        assertThat(state.limits[1]).isNaN();
        Sample last = sample(3 * DAY, 0.5 * state.limits[0]);
        detector.update(state, last, found -> {});
        assertThat(last.value(SampleColumn.SCORE_BURST)).isBetween(0.4999, 0.5001);
    }

    /**
     * 200 scores of a window, of 5 s 1,000 and of 30 s 6,000. A score of age a weighs
     * e^(-a/86,400), so 6,000 of them take 86,400 ln(1 / (1 - 6,000 / 86,400)) = 6,219 samples;
     * 1,000 take 1,006.
     */
    @Test
    void drawsLimitsOnceAMinuteFromTwoHundredIndependentScoresOn() {
        VolumeBurst detector = new VolumeBurst(tuned(24), SECOND);
        VolumeBurstState state = detector.initialState();
        int[] drawn = new int[3];
        for (int i = 1; i <= 6_300; i++) {
            Sample sample = sample(i, 1);
            sample.set(SampleColumn.VOLUME_Z_5S, 1);
            sample.set(SampleColumn.VOLUME_Z_30S, 1);
            detector.update(state, sample, found -> {});
            for (int window = 0; window < 3; window++) {
                boolean first = drawn[window] == 0 && !Double.isNaN(state.limits[window]);
                drawn[window] = first ? i : drawn[window];
            }
        }
        assertThat(drawn).containsExactly(240, 1_020, 6_240);
    }

    @Test
    void tellsTheLimitOfEachWindow() {
        VolumeBurst detector = new VolumeBurst(tuned(24), SECOND);
        VolumeBurstState state = detector.initialState();
        state.limits = new double[] {8, Double.NaN, 3};
        List<Detection> found = new ArrayList<>();
        detector.update(state, sample(1, 12), found::add);
        assertThat(found.get(0).score).isCloseTo(1.5 * tuned(24).threshold(), within(1e-9));
        assertThat(found.get(0).evidence[0].value).isEqualTo(12);
        assertThat(found.get(0).evidence[0].threshold).isEqualTo(8);
        // Not drawn yet, and lower than the normal one: that is the least.
        assertThat(found.get(0).evidence[1].threshold).isEqualTo(tuned(24).threshold());
        assertThat(found.get(0).evidence[2].threshold).isEqualTo(tuned(24).threshold());
    }

    private static VolumeBurstParameters tuned(double perDay) {
        AlarmRateParameters asked = new AlarmRateParameters(AlarmProfile.CALIBRATED, perDay);
        return new AlarmRate(asked, SECOND).tune(VolumeBurstParameters.defaults());
    }

    private static int onsets(VolumeBurstParameters parameters, List<Sample> samples) {
        int onsets = 0;
        for (Detection found : run(new VolumeBurst(parameters, SECOND), samples)) {
            boolean late =
                    found.detectTimeNanos >= samples.get(0).eventTimeNanos + 3_600_000_000_000L;
            onsets += found.phase == Phase.ONSET && late ? 1 : 0;
        }
        return onsets;
    }

    private static List<Sample> scores(double[] z) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < z.length; i++) {
            samples.add(sample(i, z[i]));
        }
        return samples;
    }

    private static Sample sample(int second, double z1) {
        Sample sample = Samples.at(second);
        sample.set(SampleColumn.VOLUME_Z_1S, z1);
        return sample;
    }
}
