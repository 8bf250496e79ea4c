package io.bookpulse.core.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Bar;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HmmTrainerTest {
    @Test
    void findsThreeRegimesInTheirOrder() {
        HmmModel model = train(bars(1, 6000), 2, 5, null);
        HmmModel truth = HmmFixture.ofBars();
        assertThat(model.labels()).containsExactly("stable", "volatile", "crisis");
        for (int k = 0; k < 3; k++) {
            Gaussian found = model.originalRegimes().get(k);
            Gaussian expected = truth.originalRegimes().get(k);
            assertThat(found.bhattacharyya(expected)).isLessThan(.05);
            assertThat(model.chain().transition()[k])
                    .containsExactly(HmmFixture.TRANSITION[k], within(.06));
        }
        assertThat(model.fit().selection())
                .extracting(HmmSelection::states)
                .containsExactly(2, 3, 4, 5);
        assertThat(model.fit().observations()).isEqualTo(6000);
    }

    @Test
    void judgesByTheBayesianInformationCriterion() {
        assertThat(HmmSelection.freeParameters(3, 3)).isEqualTo(6 + 2 + 9 + 18);
        assertThat(HmmSelection.of(2, 1, -100, 1000).bic())
                .isCloseTo(200 + (2 + 1 + 2 + 2) * Math.log(1000), within(1e-9));
    }

    @Test
    void keepsTheLabelsOfAPreviousModel() {
        HmmModel first = train(bars(1, 3000), 3, 3, null);
        List<Gaussian> turned = new ArrayList<>();
        int[] order = {2, 0, 1};
        for (int i : order) {
            turned.add(first.regimes().get(i));
        }
        HmmModel previous =
                new HmmModel(
                        first.intervalNanos(),
                        first.standardisation(),
                        first.chain().reordered(order),
                        turned,
                        first.fit());

        HmmModel second = train(bars(2, 3000), 3, 3, previous);

        for (int k = 0; k < 3; k++) {
            double drift =
                    previous.originalRegimes()
                            .get(k)
                            .bhattacharyya(second.originalRegimes().get(k));
            assertThat(drift).isLessThan(.05);
            assertThat(second.fit().drift().get(k)).isCloseTo(drift, within(1e-12));
        }
    }

    @Test
    void takesTheMatchesThatAreNearestTogether() {
        List<Gaussian> previous = List.of(normal(0), normal(1), normal(10));
        List<Gaussian> fitted = List.of(normal(11), normal(1.2), normal(2.5));
        assertThat(RegimeOrder.of(fitted, previous)).containsExactly(1, 2, 0);
    }

    @Test
    void givesTheSameModelForTheSameSetInAnyOrder() {
        List<Bar> bars = bars(4, 1500);
        List<Bar> reversed = new ArrayList<>(bars);
        Collections.reverse(reversed);
        HmmModel one = train(bars, 3, 3, null);
        HmmModel other = train(reversed, 3, 3, null);
        assertThat(other.fit()).isEqualTo(one.fit());
        assertThat(other.regimes().get(0).mean()).isEqualTo(one.regimes().get(0).mean());
    }

    @Test
    void beginsASequenceAfterEachGap() {
        List<Bar> bars = bars(1, 10);
        bars.get(3).momentum = Double.NaN;
        bars.remove(7);
        Bar other = HmmFixture.bar(10, 0, SeededStreams.generator(9));
        other.instrument = "test:B";
        bars.add(other);
        TrainingSet set = TrainingSet.of(bars);
        assertThat(set.observations()).isEqualTo(9);
        assertThat(set.sequences()).isEqualTo(4);
        assertThat(IntStream.rangeClosed(0, 4).map(set::start)).containsExactly(0, 3, 6, 8, 9);
    }

    @Test
    void refusesASetThatIsTooShort() {
        assertThatThrownBy(() -> train(bars(1, 349), 3, 3, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The training set is too short: 349 usable bars, 3 regimes need 350.");
        assertThatThrownBy(() -> train(List.of(), 2, 2, null))
                .hasMessage("The training set is too short: 0 usable bars, 2 regimes need 210.");
    }

    @Test
    void refusesASetThatIsConstant() {
        List<Bar> bars = bars(1, 400);
        bars.forEach(bar -> bar.range = .001);
        assertThatThrownBy(() -> train(bars, 3, 3, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The training set is constant: range is 0.001 in all 400 usable bars.");
    }

    private static Gaussian normal(double mean) {
        return HmmFixture.normal(mean, 1);
    }

    private static HmmModel train(List<Bar> bars, int least, int most, HmmModel previous) {
        HmmTrainer trainer =
                new HmmTrainer(TrainingSet.of(bars), least, most, HmmTrainingParameters.defaults());
        List<HmmCandidate> fits =
                IntStream.range(0, trainer.starts()).mapToObj(trainer::fit).toList();
        return trainer.choose(fits, HmmFixture.MINUTE, previous);
    }

    private static List<Bar> bars(long seed, int count) {
        RandomGenerator random = SeededStreams.generator(seed);
        int[] path = HmmFixture.path(HmmFixture.ofBars().chain(), count, random);
        List<Bar> bars = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            bars.add(HmmFixture.bar(t, path[t], random));
        }
        return bars;
    }
}
