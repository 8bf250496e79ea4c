package io.bookpulse.core.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.testkit.SeededStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values: mpmath 1.3 at 40 digits (erfc, betainc), and DEFINITIONS 19. */
class DistributionsTest {
    private static final double SECONDS_PER_DAY = 86_400;

    @ParameterizedTest
    @CsvSource({
        "-3, 0.99865010196836990547",
        "0, 0.5",
        "0.5, 0.30853753872598689636",
        "3, 0.0013498980316300945267",
        "5, 2.8665157187919391167e-7",
        "10, 7.619853024160526066e-24",
        "20, 2.7536241186062336951e-89",
        "37, 5.7255712225245768227e-300"
    })
    void normalTailIsAccurateFarOut(double z, double expected) {
        assertThat(Distributions.normalTail(z)).isCloseTo(expected, within(1e-12 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.2533471031357997988",
        "0.1, 1.281551565544600467",
        "0.01, 2.3263478740408411009",
        "1e-5, 4.2648907939228246285",
        "1e-10, 6.3613409024040562047",
        "1e-50, 14.933337534788488981",
        "1e-300, 37.047096299361199237"
    })
    void normalQuantileIsAccurateFarOut(double p, double expected) {
        assertThat(Distributions.normalTailQuantile(p))
                .isCloseTo(expected, within(1e-14 * expected));
        assertThat(Distributions.normalQuantile(p)).isCloseTo(-expected, within(1e-14 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.07, 0.076, 0.3, 0.5, 0.7, 0.93, 0.999})
    void normalQuantileInvertsTheTail(double p) {
        double z = Distributions.normalTailQuantile(p);
        assertThat(Distributions.normalTail(z)).isCloseTo(p, within(1e-14));
        assertThat(Distributions.normalQuantile(1 - p)).isCloseTo(z, within(1e-12));
    }

    @Test
    void normalQuantileKnowsItsEnds() {
        assertThat(Distributions.normalQuantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Distributions.normalQuantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Distributions.normalQuantile(0.5)).isZero();
        assertThatThrownBy(() -> Distributions.normalQuantile(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> Distributions.normalQuantile(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "-700, 37.295079632647416957",
        "-701, 37.321863981173138542",
        "-1000, 44.61574773196940302",
        "-5000, 99.944748174841092478",
        "-100000, 447.19789367852505149"
    })
    void normalQuantileGoesOnBelowTheSmallestDouble(double logarithm, double expected) {
        assertThat(NormalTail.quantileOfLog(logarithm))
                .isCloseTo(expected, within(1e-12 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 3, 0.46332617440040291445",
        "1, 1, 0.25",
        "6, 1, 0.052568456711253429951",
        "2, 5, 0.050969739414929178123",
        "3, 59, 0.0019752776061141529903",
        "10, 59, 1.2857446050724399445e-14",
        "100, 29, 1.1300337181895349998e-38",
        "1e4, 59, 8.9902304785036069176e-186",
        "4.5, 599, 4.0828685773148329893e-6",
        "1.2, 100000, 0.11507109165980594411"
    })
    void studentTailIsAccurateFarOut(double t, double degrees, double expected) {
        assertThat(Distributions.studentTail(t, degrees))
                .isCloseTo(expected, within(1e-11 * expected));
        assertThat(Distributions.studentTail(-t, degrees)).isCloseTo(1 - expected, within(1e-12));
        if (expected < 0.4) {
            assertThat(Distributions.studentTailQuantile(expected, degrees))
                    .isCloseTo(t, within(1e-9 * t));
        }
    }

    @Test
    void studentTailRefusesNoDegrees() {
        assertThatThrownBy(() -> Distributions.studentTail(1, 0)).hasMessageContaining("degrees");
        assertThatThrownBy(() -> Distributions.studentTailQuantile(0, 5)).hasMessageContaining("p");
        assertThatThrownBy(() -> Distributions.studentTailQuantile(0.6, 5))
                .hasMessageContaining("p is 0.6");
        assertThat(Distributions.studentTail(0, 5)).isEqualTo(0.5);
        assertThat(Distributions.studentTailQuantile(0.5, 5)).isCloseTo(0, offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 60, 2.8599486662578892497",
        "4.635, 60, 4.2323654110382670605",
        "0.7, 30, 0.67994913440386990311",
        "400, 60, 21.526907400017561229",
        "1e6, 60, 37.222722090013797888",
        "1e9, 30, 33.162129557575003985",
        "1e12, 600, 171.07400718046700255"
    })
    void tailCalibratedScoreIsFiniteAndAccurateHoweverFarOut(double x, int n, double expected) {
        assertThat(Distributions.tailCalibratedZ(x, 0, 1, n))
                .isCloseTo(expected, within(1e-11 * expected));
        assertThat(Distributions.tailCalibratedZ(10 - 2 * x, 10, 2, n))
                .isCloseTo(-expected, within(1e-9 * expected));
    }

    @Test
    void tailCalibratedScoreGrowsWithTheValue() {
        double before = Double.NEGATIVE_INFINITY;
        for (double x = -50; x <= 50; x += 0.01) {
            double z = Distributions.tailCalibratedZ(x, 0, 1, 60);
            assertThat(z).isGreaterThan(before);
            before = z;
        }
    }

    @Test
    void tailCalibratedScoreIsMissingWithoutABaseline() {
        assertThat(Distributions.tailCalibratedZ(1, 0, 1, 1)).isNaN();
        assertThat(Distributions.tailCalibratedZ(1, 0, 0, 60)).isNaN();
        assertThat(Distributions.tailCalibratedZ(1, Double.NaN, 1, 60)).isNaN();
        assertThat(Distributions.tailCalibratedZ(Double.NaN, 0, 1, 60)).isNaN();
        assertThat(Distributions.tailCalibratedZ(1, 0, Double.NaN, 60)).isNaN();
        assertThat(Distributions.tailCalibratedZ(5, 5, 1, 60)).isZero();
    }

    @Test
    void goldenNineteenFalseAlarmsADay() {
        double known = SECONDS_PER_DAY * Distributions.normalTail(3);
        double estimated =
                SECONDS_PER_DAY * Distributions.studentTail(3 / Math.sqrt(1 + 1 / 60.0), 59);
        assertThat(known).isCloseTo(116.6, within(0.05));
        assertThat(estimated).isCloseTo(183.0, within(0.05));
    }

    @Test
    void goldenNineteenLimitsOfOneADay() {
        double p = 1 / SECONDS_PER_DAY;
        assertThat(Distributions.normalTailQuantile(p)).isCloseTo(4.232, within(0.0005));
        assertThat(Distributions.predictionLimit(p, 60)).isCloseTo(4.635, within(0.0005));
        double limit = Distributions.predictionLimit(p, 60);
        assertThat(Distributions.tailCalibratedZ(limit, 0, 1, 60))
                .isCloseTo(Distributions.normalTailQuantile(p), within(1e-12));
        assertThatThrownBy(() -> Distributions.predictionLimit(p, 1))
                .hasMessageContaining("n is 1");
    }

    @Test
    void rollingScoresOfNoiseAlarmAsOftenAsPromised() {
        RollingMoments moments = new RollingMoments(60);
        RollingMomentsState state = moments.newState();
        double[] noise = SeededStreams.gaussian(19, 2_000_000);
        double limit = Distributions.predictionLimit(Distributions.normalTail(3), 60);
        int raw = 0;
        int calibrated = 0;
        for (int i = 0; i < noise.length; i++) {
            if (i >= 60) {
                double z = (noise[i] - moments.mean(state)) / moments.standardDeviation(state);
                raw += z > 3 ? 1 : 0;
                calibrated += z > limit ? 1 : 0;
            }
            moments.push(state, noise[i]);
        }
        double days = (noise.length - 60) / SECONDS_PER_DAY;
        assertThat(raw / days).isCloseTo(183.0, within(10.0));
        assertThat(calibrated / days).isCloseTo(116.6, within(10.0));
    }
}
