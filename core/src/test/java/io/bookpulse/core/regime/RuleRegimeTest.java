package io.bookpulse.core.regime;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.testkit.SeededStreams;
import io.bookpulse.testkit.StructRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleRegimeTest {
    /** The defaults, but for a margin of 5 % of a boundary at least. */
    private static final RuleRegimeParameters NARROW =
            new RuleRegimeParameters(
                    Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofHours(1), 0.1, 0.05);

    private static final long SECOND = 1_000_000_000L;
    private static final int WARM_UP = 600;

    private final RuleRegime regimes = new RuleRegime(NARROW);
    private final RuleRegimeState state = regimes.initialState();
    private final List<Detection> found = new ArrayList<>();

    @Test
    void namesNothingBeforeTheWarmUp() {
        for (int i = 0; i < WARM_UP; i++) {
            assertThat(see(i, 1e-6 * (1 + i), 1 + i)).isEmpty();
        }
        assertThat(found).isEmpty();
        assertThat(see(WARM_UP, 300e-6, 300)).isEqualTo("moderate-typical");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).direction).isZero();
        assertThat(found.get(0).score).isNaN();
    }

    @Test
    void putsEachValueIntoTheTercileOfItsPast() {
        warmUp();
        assertThat(see(601, 100e-6, 100)).isEqualTo("calm-tight");
        assertThat(see(602, 100e-6, 500)).isEqualTo("calm-wide");
        assertThat(see(603, 500e-6, 300)).isEqualTo("turbulent-typical");
        assertThat(see(604, 300e-6, 100)).isEqualTo("moderate-tight");
    }

    @Test
    void leavesACellOnlyTenPercentOfItsWidthPastTheBoundary() {
        warmUp();
        double lower = state.spread.lower;
        double upper = state.spread.upper;
        double margin = 0.1 * (upper - lower);
        assertThat(margin).isGreaterThan(0.05 * lower);
        assertThat(see(601, 300e-6, lower - 0.99 * margin)).isEqualTo("moderate-typical");
        assertThat(see(602, 300e-6, lower - 1.01 * margin)).isEqualTo("moderate-tight");
        assertThat(see(603, 300e-6, lower + 0.99 * margin)).isEqualTo("moderate-tight");
        assertThat(see(604, 300e-6, lower + 1.01 * margin)).isEqualTo("moderate-typical");
    }

    @Test
    void doesNotFlickerWhileTheSpreadIsPinnedAtOneTick() {
        double[] noise = SeededStreams.gaussian(9, 20_000);
        for (int i = 0; i < noise.length; i++) {
            see(i, 1e-6, 0.0017 * (1 + 0.005 * Math.tanh(noise[i])));
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void staysWhereOnlyTheSpreadOfTheMomentHops() {
        for (int i = 0; i < 5_000; i++) {
            Sample sample = sample(i, 1e-6, 2);
            sample.set(SampleColumn.SPREAD_BPS, i % 2 == 0 ? 1 : 10);
            regimes.update(state, sample, found::add);
        }
        assertThat(found).hasSize(1);
    }

    @Test
    void saysWhichBoundaryWasCrossedAndWhichWay() {
        warmUp();
        found.clear();
        see(601, 300e-6, 100);
        assertThat(found).hasSize(1);
        Detection change = found.get(0);
        assertThat(change.type).isEqualTo(AlertType.REGIME_CHANGE);
        assertThat(change.regime).isEqualTo("moderate-tight");
        assertThat(change.direction).isEqualTo(-1);
        assertThat(change.score).isGreaterThan(1);
        assertThat(change.evidence[0].threshold).as("volatility stayed").isNaN();
        assertThat(change.evidence[1].name).isEqualTo("spread_mean_60s_bps");
        assertThat(change.evidence[1].value).isEqualTo(100);
        assertThat(change.evidence[1].threshold).isEqualTo(state.spread.lower);
        see(602, 500e-6, 100);
        assertThat(found.get(1).direction).isEqualTo(1);
        see(603, 100e-6, 500);
        assertThat(found.get(2).direction).as("calmer, but wider").isZero();
    }

    @Test
    void keepsTheRegimeOverAValueThatIsMissing() {
        warmUp();
        String before = see(601, 100e-6, 100);
        assertThat(see(602, Double.NaN, 500)).isEqualTo(before);
        assertThat(see(603, 500e-6, Double.NaN)).isEqualTo(before);
    }

    @Test
    void drawsItsBoundariesFromThePastOnly() {
        warmUp();
        double lower = state.volatility.lower;
        double upper = state.volatility.upper;
        for (int i = 601; i < 1_200; i++) {
            see(i, 1e-3, 300);
            assertThat(state.volatility.lower).isEqualTo(lower);
        }
        see(1_200, 1e-3, 300);
        assertThat(state.volatility.upper).isGreaterThan(upper);
    }

    @Test
    void judgesAPrefixLikeTheWhole() {
        List<String> whole = judge(9_000);
        assertThat(judge(5_000)).isEqualTo(whole.subList(0, 5_000));
        assertThat(whole).contains("calm-tight", "turbulent-wide");
    }

    @Test
    void drawsFirstOftenAndThenHourly() {
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < 15_000; i++) {
            long before = state.nextDrawNanos;
            see(i, 1e-6, 1);
            if (state.nextDrawNanos != before && i > 0) {
                drawn.add(i / 60);
            }
        }
        assertThat(drawn).containsExactly(10, 20, 40, 80, 140, 200);
    }

    @Test
    void keepsItsStateInABoundedStruct() {
        assertThat(StructRules.violations(RuleRegimeState.class)).isEmpty();
        int buckets = state.volatility.histogram.buckets.length;
        warmUp();
        assertThat(state.volatility.histogram.buckets).hasSize(buckets).hasSizeLessThan(400);
        assertThat(state.spread.histogram.buckets).hasSizeLessThan(450);
    }

    private static List<String> judge(int count) {
        RuleRegime regimes = new RuleRegime(NARROW);
        RuleRegimeState state = regimes.initialState();
        double[] noise = SeededStreams.autoregressive(4, 9_000, 0.99);
        List<String> judged = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Sample sample = sample(i, 1e-6 * Math.exp(noise[i]), Math.exp(noise[i]));
            regimes.update(state, sample, change -> {});
            judged.add(sample.regime);
        }
        return judged;
    }

    /** Volatility 1e-6 to 600e-6 and spread 1 to 600 bps, evenly; then the middle of both. */
    private void warmUp() {
        for (int i = 0; i < WARM_UP; i++) {
            see(i, 1e-6 * (1 + i), 1 + i);
        }
        see(WARM_UP, 300e-6, 300);
    }

    private String see(int second, double variance, double bps) {
        Sample sample = sample(second, variance, bps);
        regimes.update(state, sample, found::add);
        return sample.regime;
    }

    private static Sample sample(int second, double variance, double bps) {
        Sample sample = new Sample();
        sample.instrument = "binance:BTCUSDT";
        sample.eventTimeNanos = 1_723_075_200L * SECOND + second * SECOND;
        sample.set(SampleColumn.RV_300S, variance);
        sample.set(SampleColumn.MID, 1e4);
        sample.set(SampleColumn.SPREAD_MEAN_60S, bps);
        return sample;
    }
}
