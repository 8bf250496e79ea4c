package io.bookpulse.core.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often regimes change where nothing does, and where the deviation of returns does. */
class RuleRegimeRateTest {
    private static final int WINDOW = 300;
    private static final int DAY = 86_400;
    private static final int TWO_HOURS = 7_200;

    @Test
    void hardlyChangesWhileVolatilityStaysAsItIs() {
        assertThat(changes(Integer.MAX_VALUE)).isLessThanOrEqualTo(2 * 6);
    }

    /** The variance grows or falls by four every two hours: 23 times in two days. */
    @Test
    void followsVolatilityThatDoublesAndHalves() {
        assertThat(changes(TWO_HOURS)).isBetween(18, 30);
    }

    private static int changes(int every) {
        RuleRegime regimes = new RuleRegime(RuleRegimeParameters.defaults());
        RuleRegimeState state = regimes.initialState();
        double[] returns = SeededStreams.gaussian(4, 2 * DAY);
        List<Detection> found = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < returns.length; i++) {
            returns[i] *= i / every % 2 == 1 ? 2e-4 : 1e-4;
            sum += returns[i] * returns[i];
            if (i >= WINDOW) {
                sum -= returns[i - WINDOW] * returns[i - WINDOW];
                Sample sample = new Sample();
                sample.eventTimeNanos = i * 1_000_000_000L;
                sample.set(SampleColumn.RV_300S, sum);
                sample.set(SampleColumn.MID, 100);
                sample.set(SampleColumn.SPREAD_MEAN_60S, 0.01);
                regimes.update(state, sample, found::add);
            }
        }
        return found.size();
    }
}
