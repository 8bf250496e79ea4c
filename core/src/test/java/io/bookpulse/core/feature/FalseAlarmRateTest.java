package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.Distributions;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** DEFINITIONS 19, G19: how often pure noise exceeds a z, which tells which window is behind it. */
class FalseAlarmRateTest {
    private static final int SAMPLES = 600_000;
    private static final double DAY = 86_400;

    private static double alarmsPerDay(SampleColumn column, double threshold) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(19);
        Baselines baselines = new Baselines(FeatureParameters.defaults(), SpreadScore.PLAIN);
        BaselinesState state = baselines.newState();
        LiveQuote frozen = new LiveQuote();
        int alarms = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double value = 100 + random.nextGaussian();
            Sample sample = new Sample();
            sample.set(SampleColumn.SPREAD, value);
            baselines.freeze(state, i, 1e-6, frozen);
            baselines.write(state, frozen, sample);
            alarms += i >= 60 && sample.value(column) > threshold ? 1 : 0;
            baselines.push(state, i, value, Double.NaN);
        }
        return alarms * DAY / SAMPLES;
    }

    /** 183.0 a day; 116.6 would be known moments. Three standard errors are 15. */
    @Test
    void g19RawScoreAlarms183TimesADay() {
        assertThat(alarmsPerDay(SampleColumn.SPREAD_Z_60S, 3)).isCloseTo(183.0, within(17.0));
    }

    /** The calibrated score of the same noise has the tail of a normal: 116.6 a day beyond 3. */
    @Test
    void g19TailCalibratedScoreAlarmsAsOftenAsANormal() {
        assertThat(alarmsPerDay(SampleColumn.SPREAD_TAIL_Z_60S, 3)).isCloseTo(116.6, within(14.0));
    }

    /** Known moments: 116.6 a day, three standard errors 12. */
    @Test
    void g19KnownMomentsAlarm117TimesADay() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20);
        int alarms = 0;
        for (int i = 0; i < SAMPLES; i++) {
            alarms += random.nextGaussian() > 3 ? 1 : 0;
        }
        assertThat(alarms * DAY / SAMPLES).isCloseTo(116.6, within(13.0));
    }

    /**
     * The raw robust score alarms twice as often as the plain one, its calibrated form as a normal.
     */
    @Test
    void robustScoreAlarmsAboutAsOftenAsANormalOnlyWhenCalibrated() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(21);
        Baselines baselines = new Baselines(FeatureParameters.defaults(), SpreadScore.ROBUST);
        BaselinesState state = baselines.newState();
        LiveQuote frozen = new LiveQuote();
        int raw = 0;
        int calibrated = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double value = 100 + random.nextGaussian();
            baselines.freeze(state, i, 1e-6, frozen);
            double z = (value - frozen.spreadCenter) / frozen.spreadScale;
            raw += i >= 60 && z > 3 ? 1 : 0;
            calibrated +=
                    i >= 60 && Distributions.robustCalibratedZ(z, frozen.spreadCount) > 3 ? 1 : 0;
            baselines.push(state, i, value, Double.NaN);
        }
        assertThat(raw * DAY / SAMPLES).isGreaterThan(250);
        // 102.9 measured on 60 million samples, standard error 4.
        assertThat(calibrated * DAY / SAMPLES).isCloseTo(102.9, within(13.0));
    }
}
