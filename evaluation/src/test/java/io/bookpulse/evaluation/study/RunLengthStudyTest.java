package io.bookpulse.evaluation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.detector.CusumRunLength;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLengthStudyTest {
    private static final StudyParameters SMALL =
            new StudyParameters(1, 24, 4, 200, 1200, 300, List.of(1.0, 3.0));
    private static final RunLengthStudy STUDY = new RunLengthStudy(SMALL);
    private static final List<Candidate> ALL = Candidates.all(24);

    @Test
    void firesAlwaysWhereAnythingIsAnAlarm() {
        Candidate always = candidate("always fire");
        assertThat(STUDY.quiet(always))
                .hasSize(4)
                .allSatisfy(
                        result -> {
                            assertThat(result.runLength()).isEqualTo(1);
                            assertThat(result.perDay().rate()).isEqualTo(86_400);
                        });
        assertThat(STUDY.shifted(always))
                .hasSize(8)
                .allSatisfy(
                        result -> {
                            assertThat(result.recall()).isEqualTo(1);
                            assertThat(result.medianDelay()).isEqualTo(1);
                            assertThat(result.p90Delay()).isEqualTo(1);
                        });
    }

    /** 24 a day asked, 96 expected; by chance found within 300 s: 1 - exp(-24 * 300 / 86,400). */
    @Test
    void findsByChanceWhatTheRateAllows() {
        Candidate random = candidate("random");
        QuietResult quiet = STUDY.quiet(random).get(0);
        assertThat(quiet.perDay().low()).isLessThan(24);
        assertThat(quiet.perDay().high()).isGreaterThan(24);
        double recall =
                STUDY.shifted(random).stream().mapToDouble(ShiftResult::recall).average().orElse(0);
        assertThat(recall).isCloseTo(0.08, within(0.04));
    }

    /** Delay from 0 by the Markov chain; the sum is not at 0 when the change comes. */
    @Test
    void measuresTheDelayThatBrookAndEvansCompute() {
        double limit = CusumRunLength.limitFor(86_400.0 / 24, 0.5);
        double expected = CusumRunLength.exact(limit, 0.5, 3);
        ShiftResult large = shifted("cusum", StreamKind.INDEPENDENT, 3);
        assertThat(large.recall()).isEqualTo(1);
        assertThat(large.medianDelay()).isBetween(expected - 1, expected + 1.5);
        ShiftResult small = shifted("cusum", StreamKind.INDEPENDENT, 1);
        assertThat(small.medianDelay()).isGreaterThan(2 * large.medianDelay());
    }

    @Test
    void seesOnlyWithVolatilityThatVolatilityRose() {
        assertThat(shifted("volatility-burst", StreamKind.VARIANCE_SHIFT, 3).recall())
                .isGreaterThan(0.9);
        assertThat(shifted("cusum", StreamKind.VARIANCE_SHIFT, 1).recall()).isLessThan(0.6);
    }

    @Test
    void givesTheSameTwiceAndOtherNumbersForAnotherSeed() {
        StudyParameters one = StudyParameters.quick();
        Candidate cusum = candidate("cusum");
        assertThat(new RunLengthStudy(one).shifted(cusum))
                .isEqualTo(new RunLengthStudy(one).shifted(cusum))
                .isNotEqualTo(new RunLengthStudy(one.withSeed(2)).shifted(cusum));
    }

    @Test
    void ranksDelays() {
        ShiftResult result =
                ShiftResult.of(
                        "x",
                        StreamKind.INDEPENDENT,
                        1,
                        new int[] {0, 4, 1, 3, 2, 5, 0, 6, 7, 8, 9});
        assertThat(result.found()).isEqualTo(9);
        assertThat(result.recall()).isCloseTo(9 / 11.0, within(1e-12));
        assertThat(result.medianDelay()).isEqualTo(5);
        // Ranks 2 and 8 of nine: the sign test's interval at 95 %.
        assertThat(result.lowDelay()).isEqualTo(1);
        assertThat(result.highDelay()).isEqualTo(9);
        assertThat(result.p90Delay()).isEqualTo(9);
    }

    @Test
    void hasNoDelayWhereNothingWasFound() {
        ShiftResult none = ShiftResult.of("x", StreamKind.INDEPENDENT, 1, new int[] {0, 0});
        assertThat(none.recall()).isZero();
        assertThat(none.medianDelay()).isNaN();
        assertThat(none.highDelay()).isNaN();
    }

    private static ShiftResult shifted(String name, StreamKind kind, double size) {
        return STUDY.shifted(candidate(name)).stream()
                .filter(result -> result.stream() == kind && result.size() == size)
                .findFirst()
                .orElseThrow();
    }

    private static Candidate candidate(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }
}
