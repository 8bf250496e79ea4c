package io.bookpulse.core.regime.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianTest {
    private static final double[] MEAN = {1, -2, .5};
    private static final double[][] COVARIANCE = {{4, 1, .5}, {1, 2, -.3}, {.5, -.3, 1}};

    @Test
    void hasTheDensityOfAKnownLibrary() {
        Gaussian gaussian = Gaussian.of(MEAN, COVARIANCE);
        MultivariateNormalDistribution known = new MultivariateNormalDistribution(MEAN, COVARIANCE);
        double[] values = {9, 9, 1, -2, .5, 3, 0, -1};
        double[] x = {1, -2, .5};
        assertThat(gaussian.logDensity(values, 2))
                .isCloseTo(Math.log(known.density(x)), within(1e-12));
        double[] far = {3, 0, -1};
        assertThat(gaussian.logDensity(values, 5))
                .isCloseTo(Math.log(known.density(far)), within(1e-12));
    }

    /** Of N(0,1) and N(2,4): 4 / (8 * 2.5) + ln(2.5 / 2) / 2, by hand. */
    @Test
    void isAsFarFromAnotherAsBhattacharyyaSays() {
        Gaussian one = HmmFixture.normal(0, 1);
        Gaussian other = HmmFixture.normal(2, 2);
        assertThat(one.bhattacharyya(other)).isCloseTo(.2 + Math.log(1.25) / 2, within(1e-12));
        assertThat(other.bhattacharyya(one)).isCloseTo(one.bhattacharyya(other), within(1e-12));
        assertThat(one.bhattacharyya(one)).isCloseTo(0, within(1e-12));
    }

    @Test
    void movesToOtherUnits() {
        Gaussian moved =
                Gaussian.of(MEAN, COVARIANCE)
                        .scaled(new double[] {10, 20, 30}, new double[] {2, 3, 4});
        assertThat(moved.mean()).containsExactly(12, 14, 32);
        assertThat(moved.covariance()[0]).containsExactly(16, 6, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, 2, 1, the covariance is not positive definite",
        "0, 0, 0, 1, the covariance is not positive definite",
        "-1, 0, 0, 1, the covariance is not positive definite",
        "1, 1, 1, 1, the covariance is not positive definite",
        "1, .5, .4, 1, the covariance is not symmetric",
        "1, NaN, NaN, 1, the covariance is not finite"
    })
    void refusesWhatIsNoCovariance(double a, double b, double c, double d, String message) {
        assertThatThrownBy(() -> Gaussian.of(new double[] {0, 0}, new double[][] {{a, b}, {c, d}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
