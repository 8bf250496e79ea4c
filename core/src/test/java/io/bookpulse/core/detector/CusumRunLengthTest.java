package io.bookpulse.core.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected values: golden vector G7 (DEFINITIONS 19), and the tables of Lucas and Crosier (1982) as
 * in Montgomery, Introduction to Statistical Quality Control.
 */
class CusumRunLengthTest {
    private static final double K = 0.5;

    /** 200 states are within 0.1 % of the limit of ever more states (335.37, 930.89, 18966). */
    @ParameterizedTest
    @CsvSource({"3, 117.6", "4, 335.4", "5, 930.8", "8, 18959"})
    void agreesWithBrookAndEvansInQuiet(double h, double expected) {
        assertThat(CusumRunLength.exact(h, K, 0)).isCloseTo(expected, withPercentage(0.05));
    }

    @ParameterizedTest
    @CsvSource({"3, 6.40", "4, 8.38", "5, 10.38", "8, 16.37"})
    void agreesWithBrookAndEvansAfterAShiftOfOneDeviation(double h, double expected) {
        assertThat(CusumRunLength.exact(h, K, 1)).isCloseTo(expected, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({"3, 118.6", "4, 338.1", "5, 938.2", "8, 19112"})
    void agreesWithSiegmund(double h, double expected) {
        assertThat(CusumRunLength.siegmund(h, K, 0)).isCloseTo(expected, withPercentage(0.05));
    }

    @Test
    void takesTheLimitOfSiegmundWhereTheShiftIsTheAllowance() {
        assertThat(CusumRunLength.siegmund(3, K, K)).isCloseTo(4.166 * 4.166, within(1e-9));
        assertThat(CusumRunLength.siegmund(3, K, K + 1e-4))
                .isCloseTo(4.166 * 4.166, withPercentage(0.1));
    }

    @Test
    void halvesTheRunLengthForTwoSidesInQuiet() {
        assertThat(CusumRunLength.twoSided(3, K, 0)).isCloseTo(58.8, within(0.03));
    }

    @Test
    void isRuledByTheNearSideAfterAShift() {
        assertThat(CusumRunLength.twoSided(5, K, 1)).isCloseTo(10.38, within(0.006));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, 168", "4, 0.25, 74.2", "4, 0.5, 26.6", "4, 0.75, 13.3", "4, 1, 8.38",
        "4, 1.5, 4.75", "4, 2, 3.34", "4, 2.5, 2.62", "4, 3, 2.19", "4, 4, 1.71",
        "5, 0, 465", "5, 0.25, 139", "5, 0.5, 38.0", "5, 0.75, 17.0", "5, 1, 10.4",
        "5, 1.5, 5.75", "5, 2, 4.01", "5, 2.5, 3.11", "5, 3, 2.57", "5, 4, 2.01"
    })
    void agreesWithThePublishedTable(double h, double delta, double expected) {
        assertThat(CusumRunLength.twoSided(h, K, delta)).isCloseTo(expected, withPercentage(0.5));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 0, 149",
        "4, 0.25, 62.7",
        "4, 0.5, 20.1",
        "4, 0.75, 8.97",
        "4, 1, 5.29",
        "4, 1.5, 2.86",
        "4, 2, 2.01",
        "4, 2.5, 1.59",
        "4, 3, 1.32",
        "5, 0, 430",
        "5, 0.25, 122",
        "5, 0.5, 28.7",
        "5, 0.75, 11.2",
        "5, 1, 6.35",
        "5, 1.5, 3.37",
        "5, 2, 2.36",
        "5, 2.5, 1.86",
        "5, 3, 1.54"
    })
    void agreesWithThePublishedTableOfTheFastInitialResponse(
            double h, double delta, double expected) {
        assertThat(CusumRunLength.withHeadStart(h, K, delta))
                .isCloseTo(expected, withPercentage(0.6));
    }

    @Test
    void asksForAHigherLimitWhereTheSumsHaveAHeadStart() {
        double limit = CusumRunLength.limitWithHeadStart(430, K);
        assertThat(limit).isCloseTo(5, within(0.01));
        assertThat(CusumRunLength.limitFor(430, K)).isLessThan(limit);
    }

    /** G7's 10.201 is the root of Siegmund's approximation; the exact one lies 0.009 above. */
    @Test
    void findsTheLimitForOneFalseAlarmADay() {
        assertThat(CusumRunLength.siegmund(10.201, K, 0) / 2)
                .isCloseTo(86_400, withPercentage(0.1));
        double limit = CusumRunLength.limitFor(86_400, K);
        assertThat(limit).isCloseTo(10.201, within(0.01));
        assertThat(CusumRunLength.twoSided(limit, K, 0)).isCloseTo(86_400, withPercentage(0.001));
    }

    @Test
    void refusesARateThatNoLimitKeeps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CusumRunLength.limitFor(1e30, K))
                .withMessageContaining("samples between false alarms");
    }
}
