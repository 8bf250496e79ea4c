package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeasonalProfileTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final long HOUR = 3_600 * SECOND;

    private final SeasonalProfile profile = new SeasonalProfile(Duration.ofHours(1), 7, 3);
    private final SeasonalProfileState state = profile.newState();

    /** A value a minute for one hour of a day. */
    private void hour(int day, int hour, double... values) {
        for (int i = 0; i < 60; i++) {
            long time = day * DAY + hour * HOUR + i * 60 * SECOND;
            profile.push(state, time, values[i % values.length]);
        }
    }

    @Test
    void saysNothingBeforeEnoughDays() {
        for (int day = 0; day < 3; day++) {
            hour(day, 9, 1, 3);
            assertThat(profile.mean(state, day * DAY + 9 * HOUR)).isNaN();
        }
        hour(2, 10, 7);
        assertThat(profile.mean(state, 3 * DAY + 9 * HOUR)).isCloseTo(2, within(1e-12));
        assertThat(profile.mean(state, 3 * DAY + 10 * HOUR)).as("one day only").isNaN();
    }

    /** Means 2, 4, 6: variance between days 8/3, within 60/59. */
    @Test
    void holdsTheVarianceWithinAndBetweenDays() {
        hour(0, 9, 1, 3);
        hour(1, 9, 3, 5);
        hour(2, 9, 5, 7);
        hour(3, 9, 100);
        long nine = 3 * DAY + 9 * HOUR;
        assertThat(profile.mean(state, nine)).as("without today").isCloseTo(4, within(1e-12));
        assertThat(profile.standardDeviation(state, nine))
                .isCloseTo(Math.sqrt(8.0 / 3 + 60.0 / 59), within(1e-12));
    }

    @Test
    void forgetsOldDays() {
        for (int day = 0; day < 60; day++) {
            hour(day, 9, day < 20 ? 1 : 5);
        }
        hour(60, 9, 0);
        // 40 days at a share of 1/7 leave (6/7)^40 = 0.2 % of the old level.
        assertThat(profile.mean(state, 60 * DAY + 9 * HOUR))
                .isCloseTo(5 - 4 * Math.pow(6.0 / 7, 40), within(1e-9));
    }

    @Test
    void leavesOutABinOfTooFewValuesAndMissingOnes() {
        for (int day = 0; day < 5; day++) {
            for (int i = 0; i < 29; i++) {
                profile.push(state, day * DAY + i * SECOND, 1);
                profile.push(state, day * DAY + i * SECOND, Double.NaN);
            }
        }
        hour(5, 3, 1);
        assertThat(profile.mean(state, 6 * DAY)).isNaN();
    }

    @Test
    void removesARhythmOfTheDay() {
        double[] noise = SeededStreams.gaussian(71, 20 * 1_440);
        int beyond = 0;
        for (int i = 0; i < noise.length; i++) {
            long time = i * 60 * SECOND;
            int hour = i / 60 % 24;
            double x = 10 * hour + (1 + hour) * noise[i];
            double z = (x - profile.mean(state, time)) / profile.standardDeviation(state, time);
            beyond += z > 2 ? 1 : 0;
            profile.push(state, time, x);
        }
        // 17 days of 1,440 values, 2.3 % beyond 2 of a normal: 557, standard error 23.
        assertThat(beyond).isBetween(480, 680);
    }

    @Test
    void refusesABinThatDoesNotDivideTheDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SeasonalProfile(Duration.ofMinutes(7), 7, 3))
                .withMessageContaining("bin");
    }
}
