package io.bookpulse.core.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.Detection;
import io.bookpulse.testkit.SeededStreams;
import io.bookpulse.testkit.StructRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class HmmRegimeTest {
    private static final HmmFilter MODEL = new HmmFilter(HmmFixture.ofBars(), "hmm:a", 1e-4);
    private static final HmmFilter NEXT = new HmmFilter(HmmFixture.ofBars(), "hmm:b", 1e-4);

    private final HmmRegime regime = new HmmRegime(HmmParameters.defaults());
    private final HmmRegimeState state = regime.initialState();
    private final List<Detection> changes = new ArrayList<>();
    private final RandomGenerator random = SeededStreams.generator(3);

    @Test
    void publishesARegimeAfterTwoConfidentBars() {
        give(0, 0);
        assertThat(changes).isEmpty();
        give(1, 0);
        assertThat(changes).hasSize(1);
        Detection first = changes.get(0);
        assertThat(first.type).isEqualTo(AlertType.REGIME_CHANGE);
        assertThat(first.regime).isEqualTo("stable");
        assertThat(first.score).isNaN();
        assertThat(first.direction).isZero();
        assertThat(first.onsetTimeNanos).isEqualTo(HmmFixture.MINUTE - 1);
        assertThat(first.detectTimeNanos).isEqualTo(2 * HmmFixture.MINUTE - 1);
        assertThat(first.sourceFrom).isEqualTo("test:0");
        assertThat(first.sourceTo).isEqualTo("test:1");
        assertThat(first.evidence)
                .extracting(evidence -> evidence.name)
                .containsExactly(
                        "posterior", "momentum", "range", "activity", "expected_dwell_bars");
        assertThat(first.evidence[4].value).isCloseTo(20, within(1e-9));
    }

    @Test
    void followsACrisisAndScoresTheShift() {
        for (int minute = 0; minute < 20; minute++) {
            give(minute, 0);
        }
        changes.clear();
        Bar before = give(20, 2);
        assertThat(before.regimeProbabilities[2]).isGreaterThan(.7);
        assertThat(changes).isEmpty();
        Bar bar = give(21, 2);
        assertThat(changes).hasSize(1);
        Detection change = changes.get(0);
        assertThat(change.regime).isEqualTo("crisis");
        assertThat(change.direction).isEqualTo(1);
        assertThat(change.threshold).isCloseTo(.4, within(1e-12));
        assertThat(change.score).isGreaterThan(.7).isLessThanOrEqualTo(1);
        assertThat(change.evidence[0].value).isEqualTo(bar.regimeProbabilities[2]);
        assertThat(change.evidence[0].baseline).isLessThan(.05);
        assertThat(change.evidence[0].threshold).isEqualTo(.7);
    }

    @Test
    void isNotMovedByASingleBar() {
        for (int minute = 0; minute < 20; minute++) {
            give(minute, minute == 10 ? 2 : 0);
        }
        assertThat(changes).hasSize(1);
    }

    /** The two bars must follow each other: neither a missing nor an unreadable one between. */
    @Test
    void confirmsByConsecutiveBarsOnly() {
        give(0, 0);
        give(2, 0);
        assertThat(changes).isEmpty();
        give(4, 0);
        unreadable(5);
        give(6, 0);
        assertThat(changes).isEmpty();
        give(7, 0);
        assertThat(changes).hasSize(1);
    }

    @Test
    void predictsOnlyWhereFeaturesAreMissing() {
        Bar bar = unreadable(0);
        assertThat(bar.regimeProbabilities).containsExactly(HmmFixture.INITIAL, within(1e-12));
        give(1, 0);
        double[] before = state.filter.posterior.clone();
        Bar next = unreadable(2);
        double expected = 0;
        for (int i = 0; i < 3; i++) {
            expected += before[i] * HmmFixture.TRANSITION[i][0];
        }
        assertThat(next.regimeProbabilities[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void doesNotJudgeBarsOfAnotherIntervalOrOutOfOrder() {
        give(0, 0);
        double[] before = state.filter.posterior.clone();
        Bar repeated = give(0, 2);
        Bar other = HmmFixture.bar(5, 2, random);
        other.intervalNanos = 1_000_000_000L;
        regime.update(state, other, MODEL, changes::add);
        assertThat(repeated.modelVersion).isEmpty();
        assertThat(other.regimeProbabilities).isEmpty();
        assertThat(state.filter.posterior).isEqualTo(before);
    }

    @Test
    void startsAnotherModelFromItsBeginning() {
        for (int minute = 0; minute < 10; minute++) {
            give(minute, 2);
        }
        changes.clear();
        Bar bar = HmmFixture.bar(10, 0, random);
        regime.update(state, bar, NEXT, changes::add);
        HmmRegimeState fresh = regime.initialState();
        Bar alone = HmmFixture.bar(10, 0, SeededStreams.generator(3));
        alone.momentum = bar.momentum;
        alone.range = bar.range;
        alone.activity = bar.activity;
        regime.update(fresh, alone, NEXT, change -> {});
        assertThat(bar.regimeProbabilities).isEqualTo(alone.regimeProbabilities);
        assertThat(bar.modelVersion).isEqualTo("hmm:b");
        assertThat(changes).isEmpty();
    }

    /** What comes later changes nothing: every prefix gives what the whole series gives. */
    @Test
    void doesNotLookAhead() {
        int[] path = HmmFixture.path(HmmFixture.ofBars().chain(), 300, random);
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < path.length; t++) {
            bars.add(HmmFixture.bar(t, path[t], random));
        }
        List<String> whole = outputs(bars);
        for (int length = 1; length < bars.size(); length += 7) {
            assertThat(outputs(bars.subList(0, length))).isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    void keepsItsStateInAStructOfOneSize() {
        assertThat(StructRules.violations(HmmRegimeState.class)).isEmpty();
        give(0, 0);
        int ring = state.history.length;
        for (int minute = 1; minute < 1000; minute++) {
            give(minute, minute / 100 % 3);
            assertThat(Arrays.stream(state.filter.posterior).sum()).isCloseTo(1, within(1e-12));
        }
        assertThat(state.history).hasSize(ring).hasSize(18);
    }

    private List<String> outputs(List<Bar> bars) {
        HmmRegimeState memory = regime.initialState();
        List<String> outputs = new ArrayList<>();
        for (Bar bar : bars) {
            List<Detection> found = new ArrayList<>();
            regime.update(memory, bar, MODEL, found::add);
            outputs.add(
                    Arrays.toString(bar.regimeProbabilities)
                            + memory.score
                            + found.stream().map(change -> change.regime).toList());
        }
        return outputs;
    }

    private Bar give(long minute, int of) {
        Bar bar = HmmFixture.bar(minute, of, random);
        regime.update(state, bar, MODEL, changes::add);
        return bar;
    }

    private Bar unreadable(long minute) {
        Bar bar = HmmFixture.bar(minute, 2, random);
        bar.activity = Double.NaN;
        regime.update(state, bar, MODEL, changes::add);
        return bar;
    }
}
