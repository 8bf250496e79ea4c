package io.bookpulse.core.detector;

import static io.bookpulse.core.detector.Quotes.BEGINNING;
import static io.bookpulse.core.detector.Quotes.SECOND;
import static io.bookpulse.core.detector.Quotes.crossed;
import static io.bookpulse.core.detector.Quotes.event;
import static io.bookpulse.core.detector.Quotes.sample;
import static io.bookpulse.core.detector.Quotes.stale;
import static io.bookpulse.core.detector.Quotes.z;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Step;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.core.stat.Distributions;
import io.bookpulse.testkit.SeededStreams;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadSpikeTest extends DetectorContractTest<SpreadSpikeState, LiveQuote, Transition> {
    private static final SpreadSpikeParameters PARITY = SpreadSpikeParameters.defaults();

    @Override
    Detector<SpreadSpikeState, LiveQuote, Transition> detector() {
        return new SpreadSpike(PARITY);
    }

    @Override
    List<LiveQuote> eventful(long seed, int count) {
        double[] scores = SeededStreams.studentT(seed, count, 3);
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quotes.add(z(i % 3 == 0 ? sample(i) : event(i), scores[i]));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> quiet(int count) {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            quotes.add(z(sample(i), 2.999 * Math.sin(i)));
        }
        return quotes;
    }

    @Override
    List<LiveQuote> wildBeforeWarmUp() {
        List<LiveQuote> quotes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            LiveQuote quote = z(sample(i), 100);
            quote.spreadCount = i;
            quotes.add(quote);
        }
        return quotes;
    }

    @Override
    List<LiveQuote> unjudgeable(int after) {
        LiveQuote doubtful = z(event(after + 1.5), 9);
        doubtful.quality = 0.79;
        LiveQuote unknown = z(event(after + 1.6), 9);
        unknown.quality = Double.NaN;
        return List.of(
                crossed(sample(after + 1)), doubtful, unknown, z(event(after + 2), Double.NaN));
    }

    @Test
    void entersAtTheThresholdAndClearsBelowTheRearmLimit() {
        List<Transition> found =
                run(
                        detector(),
                        List.of(
                                z(event(0.1), 2.99),
                                z(event(0.2), 3.01),
                                z(event(0.3), 1.51),
                                z(event(0.4), 1.49),
                                z(event(0.5), 2.99)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.CLEARED);
        assertThat(found.get(1).onsetTimeNanos).isEqualTo(BEGINNING + SECOND / 5);
        assertThat(found.get(1).eventTimeNanos).isEqualTo(BEGINNING + 2 * SECOND / 5);
    }

    @Test
    void isConfirmedOnceByALaterSampleAboveTheConfirmLevel() {
        List<Transition> found =
                run(
                        detector(),
                        List.of(
                                z(event(1), 3.5),
                                z(sample(1), 3.5),
                                z(sample(2), 1.9),
                                z(event(2.5), 2.1),
                                z(sample(3), 2.1),
                                z(sample(4), 2.1)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.CONFIRMED);
        assertThat(found.get(1).eventTimeNanos).isEqualTo(BEGINNING + 3 * SECOND);
        assertThat(found.get(1).confirmations).isEqualTo(1);
        assertThat(found.get(1).worstScore).isCloseTo(3.5, within(1e-9));
    }

    @Test
    void isConfirmedAtEntryWhenNoConfirmationIsAskedFor() {
        SpreadSpikeParameters p = PARITY;
        SpreadSpike detector =
                new SpreadSpike(
                        new SpreadSpikeParameters(
                                p.threshold(),
                                p.confirmLevel(),
                                p.rearm(),
                                p.score(),
                                p.minSamples(),
                                p.severeBps(),
                                p.excursion().withConfirmations(0)));
        assertThat(run(detector, List.of(z(event(1), 3.5), z(sample(2), 3.5))))
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.CONFIRMED);
    }

    @Test
    void worsensOnceForEachClassOfSeverity() {
        List<Transition> found =
                run(
                        detector(),
                        List.of(
                                z(event(1), 3.1),
                                z(event(2), 4.4),
                                z(event(3), 4.6),
                                z(event(4), 2.0),
                                z(event(5), 7.0),
                                z(event(6), 7.6),
                                z(event(7), 90)));
        assertThat(found)
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.WORSENED, Step.WORSENED);
        assertThat(found.get(1).score).isCloseTo(4.6, within(1e-9));
        assertThat(found.get(2).score).isCloseTo(7.6, within(1e-9));
    }

    @Test
    void endsAtOnceWhenTheInstrumentFallsSilent() {
        List<Transition> found = run(detector(), List.of(z(event(1), 4), stale(5), stale(6)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED, Step.CLEARED);
        assertThat(found.get(1).value).isNaN();
        assertThat(found.get(1).score).isNaN();
        assertThat(found.get(1).worstScore).isCloseTo(4, within(1e-9));
    }

    @Test
    void survivesAShortBlindnessAndEndsByALongOne() {
        List<LiveQuote> quotes = new ArrayList<>(List.of(z(event(1), 4)));
        quotes.add(crossed(sample(11)));
        assertThat(run(detector(), quotes)).extracting(t -> t.step).containsExactly(Step.ENTERED);
        quotes.add(crossed(sample(12)));
        assertThat(run(detector(), quotes))
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.CLEARED);
    }

    @Test
    void beginsAnewWhenItSeesAgainAfterALongHole() {
        List<Transition> found = run(detector(), List.of(z(event(1), 4), z(event(700), 5)));
        assertThat(found)
                .extracting(t -> t.step)
                .containsExactly(Step.ENTERED, Step.CLEARED, Step.ENTERED);
        assertThat(found.get(2).onsetTimeNanos).isEqualTo(BEGINNING + 700 * SECOND);
    }

    @Test
    void saysWhatItSawAgainstWhichBaselineFromWhere() {
        List<Transition> found =
                run(detector(), List.of(z(event(1), 4), z(sample(2), 3), z(event(2.5), 0)));
        Transition cleared = found.get(2);
        assertThat(cleared.instrument).isEqualTo("binance:BTCUSDT");
        assertThat(cleared.value).isCloseTo(0.02, within(1e-12));
        assertThat(cleared.worstValue).isCloseTo(0.06, within(1e-12));
        assertThat(cleared.baseline).isEqualTo(0.02);
        assertThat(cleared.scale).isEqualTo(0.01);
        assertThat(cleared.threshold).isEqualTo(3);
        assertThat(cleared.sourceFrom).isEqualTo("spot.gz:1000");
        assertThat(cleared.sourceTo).isEqualTo("spot.gz:2500");
        assertThat(found).extracting(t -> t.number).doesNotHaveDuplicates().isSorted();
        // P(T_59 > 4 / sqrt(1 + 1/60)), by Simpson's rule on the density
        assertThat(found.get(0).pValue).isCloseTo(9.979189e-5, within(1e-10));
    }

    @Test
    void judgesTheTailCalibratedScoreWhenAsked() {
        // One false alarm a day at 1 Hz: 4.232 on the normal scale is a raw z of 4.635 (G19).
        SpreadSpike detector = new SpreadSpike(PARITY.calibratedTo(4.232));
        assertThat(run(detector, List.of(z(event(1), 4.62)))).isEmpty();
        List<Transition> found = run(detector, List.of(z(event(1), 4.65)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED);
        assertThat(found.get(0).score).isCloseTo(4.243, within(0.01));
        assertThat(found.get(0).pValue).isCloseTo(1 / 86_400.0, within(1e-6));
    }

    @Test
    void judgesByMedianAndMedianDeviationWhenAsked() {
        SpreadSpike detector = new SpreadSpike(with(SpreadScore.ROBUST));
        List<Transition> found =
                run(detector, List.of(centred(event(1), 3.1), centred(event(2), 4)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED);
        assertThat(found.get(0).eventTimeNanos).isEqualTo(BEGINNING + 2 * SECOND);
        // 4 (1 - 0.8 / 60) / sqrt(1 + pi / 120) = 3.8960 of Student's t with 22.05 degrees
        assertThat(found.get(0).score)
                .isCloseTo(Distributions.normalTailQuantile(0.000387), within(0.01));
        assertThat(found.get(0).baseline).isEqualTo(0.05);
        assertThat(found.get(0).scale).isEqualTo(0.002);
    }

    @Test
    void judgesByTheTimeOfTheDayWhenAsked() {
        SpreadSpike detector = new SpreadSpike(with(SpreadScore.SEASONAL));
        LiveQuote unknown = z(event(1), 50);
        LiveQuote known = centred(event(2), 3.1);
        known.spreadCount = 0;
        List<Transition> found = run(detector, List.of(unknown, known));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED);
        assertThat(found.get(0).score).isCloseTo(3.1, within(1e-9));
        assertThat(found.get(0).pValue).isCloseTo(Distributions.normalTail(3.1), within(1e-12));
    }

    /** A raw z of 3.2 is 3.2 * 60/61 / sqrt((59 + 3.2^2 * 60/61) / 60) = 2.936 with itself. */
    @Test
    void judgesByTheWindowWithTheValueWhenAsked() {
        SpreadSpike detector = new SpreadSpike(with(SpreadScore.INCLUSIVE));
        assertThat(run(detector, List.of(z(event(1), 3.2)))).isEmpty();
        List<Transition> found = run(detector, List.of(z(event(1), 3.5)));
        assertThat(found).extracting(t -> t.step).containsExactly(Step.ENTERED);
    }

    @Test
    void keepsTheScoresThatARateCanBePromisedFor() {
        assertThat(with(SpreadScore.PLAIN).calibratedTo(4).score())
                .isEqualTo(SpreadScore.TAIL_CALIBRATED);
        assertThat(with(SpreadScore.INCLUSIVE).calibratedTo(4).score())
                .isEqualTo(SpreadScore.TAIL_CALIBRATED);
        assertThat(with(SpreadScore.ROBUST).calibratedTo(4).score()).isEqualTo(SpreadScore.ROBUST);
        assertThat(with(SpreadScore.SEASONAL).calibratedTo(4).score())
                .isEqualTo(SpreadScore.SEASONAL);
    }

    private static SpreadSpikeParameters with(SpreadScore score) {
        return new SpreadSpikeParameters(
                PARITY.threshold(),
                PARITY.confirmLevel(),
                PARITY.rearm(),
                score,
                PARITY.minSamples(),
                PARITY.severeBps(),
                PARITY.excursion());
    }

    /** Against centre 0.05 and scale 0.002 instead of mean and deviation. */
    private static LiveQuote centred(LiveQuote quote, double z) {
        quote.spreadCenter = 0.05;
        quote.spreadScale = 0.002;
        quote.spread = 0.05 + z * 0.002;
        return quote;
    }
}
