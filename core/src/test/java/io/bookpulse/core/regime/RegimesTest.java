package io.bookpulse.core.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmParameters;
import io.bookpulse.core.regime.hmm.MarkovChain;
import io.bookpulse.core.regime.hmm.Standardisation;
import io.bookpulse.testkit.StructRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegimesTest {
    /** The defaults, but for a margin of 5 % of a boundary at least. */
    private static final RuleRegimeParameters NARROW =
            new RuleRegimeParameters(
                    Duration.ofHours(24), Duration.ofMinutes(10), Duration.ofHours(1), 0.1, 0.05);

    private static final long SECOND = 1_000_000_000L;
    private static final HmmFilter MODEL = new HmmFilter(model(), "hmm:a", 1e-4);

    private final Regimes regimes = new Regimes(NARROW, HmmParameters.defaults());
    private final RegimesState state = regimes.initialState();
    private final List<Detection> changes = new ArrayList<>();

    @Test
    void publishesRulesWithoutAModelOnSamplesAndBars() {
        Sample sample = calm(0, 700);
        assertThat(sample.regime).isEqualTo("calm-wide");
        assertThat(changes).extracting(change -> change.regime).containsExactly("calm-wide");
        Bar bar = bar(12, 1, null);
        assertThat(bar.regime).isEqualTo("calm-wide");
        assertThat(bar.regimeProbabilities).isEmpty();
        assertThat(bar.modelVersion).isEmpty();
    }

    @Test
    void publishesTheModelOnlyWhereOneHolds() {
        Sample before = give(sample(0), MODEL);
        assertThat(before.regime).isEmpty();
        assertThat(before.value(SampleColumn.SCORE_REGIME)).isNaN();
        for (int minute = 0; minute < 8; minute++) {
            bar(minute, 1, MODEL);
        }
        Sample after = give(sample(8 * 60), MODEL);
        assertThat(after.regime).isEqualTo("stable");
        assertThat(after.value(SampleColumn.SCORE_REGIME)).isCloseTo(0, within(.01));
        assertThat(changes).extracting(change -> change.regime).containsExactly("stable");
    }

    @Test
    void scoresTheShiftOfTheProbabilitiesOverItsThreshold() {
        for (int minute = 0; minute < 8; minute++) {
            bar(minute, 1, MODEL);
        }
        Bar crisis = bar(8, 9, MODEL);
        assertThat(crisis.regimeProbabilities[1]).isGreaterThan(.9);
        double shift = give(sample(9 * 60), MODEL).value(SampleColumn.SCORE_REGIME) * .4;
        assertThat(shift).isBetween(.85, 1.0);
    }

    @Test
    void keepsTheRuleRegimeUntilTheModelHasConfirmedOne() {
        calm(0, 700);
        changes.clear();
        assertThat(give(sample(701), MODEL).regime).isEqualTo("calm-wide");
        bar(12, 1, MODEL);
        assertThat(give(sample(790), MODEL).regime).isEqualTo("calm-wide");
        bar(13, 1, MODEL);
        assertThat(give(sample(850), MODEL).regime).isEqualTo("stable");
        assertThat(changes).extracting(change -> change.regime).containsExactly("stable");
    }

    @Test
    void saysNothingOfRulesWhileAModelHolds() {
        for (int second = 0; second < 700; second++) {
            give(sample(second), MODEL);
        }
        assertThat(changes).isEmpty();
        assertThat(state.rules.regime).isEqualTo("calm-wide");
    }

    @Test
    void scoresHowFarASampleLiesBeyondItsCellOfTheRules() {
        calm(0, 700);
        Sample inside = give(sample(700), null);
        assertThat(inside.value(SampleColumn.SCORE_REGIME)).isZero();
        Sample beyond = sample(701);
        beyond.set(SampleColumn.SPREAD_MEAN_60S, 0.0088);
        give(beyond, null);
        assertThat(beyond.value(SampleColumn.SCORE_REGIME)).isGreaterThan(1);
        assertThat(changes).hasSize(2);
    }

    @Test
    void keepsItsStateInAStruct() {
        assertThat(StructRules.violations(RegimesState.class)).isEmpty();
    }

    private Sample calm(int from, int seconds) {
        Sample last = sample(from);
        for (int second = from; second < from + seconds; second++) {
            last = give(sample(second), null);
        }
        return last;
    }

    private Sample give(Sample sample, @Nullable HmmFilter model) {
        regimes.update(state, sample, model, changes::add);
        return sample;
    }

    private static Sample sample(int second) {
        Sample sample = new Sample();
        sample.eventTimeNanos = second * SECOND;
        sample.set(SampleColumn.MID, 100);
        sample.set(SampleColumn.SPREAD_MEAN_60S, 0.01);
        sample.set(SampleColumn.RV_300S, 1e-6);
        return sample;
    }

    private Bar bar(int minute, double size, @Nullable HmmFilter model) {
        Bar bar = new Bar();
        bar.intervalNanos = 60 * SECOND;
        bar.openTimeNanos = minute * bar.intervalNanos;
        bar.momentum = size;
        bar.range = size;
        bar.activity = size;
        regimes.update(state, bar, model, changes::add);
        return bar;
    }

    private static HmmModel model() {
        Standardisation none = Standardisation.of(new double[] {0, 0, 0}, new double[] {1, 1, 1});
        double[][] unit = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        return new HmmModel(
                60 * SECOND,
                none,
                MarkovChain.of(new double[] {.5, .5}, new double[][] {{.9, .1}, {.1, .9}}),
                List.of(
                        Gaussian.of(new double[] {1, 1, 1}, unit),
                        Gaussian.of(new double[] {9, 9, 9}, unit)),
                new HmmFit(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
    }
}
