package io.bookpulse.core.stat;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.util.ContinuedFraction;
import org.apache.commons.math3.util.FastMath;

/**
 * Upper tail of Student's t distribution, by its logarithm, so that nothing underflows.
 *
 * <pre>
 * P(T > t) = I_x(nu/2, 1/2) / 2,   x = nu / (nu + t^2),   t > 0
 * I_x(a, b) = x^a (1 - x)^b / (a B(a, b)) / K,   K: continued fraction
 * </pre>
 *
 * <p>Source: Abramowitz and Stegun (1964), 26.5.8 and 26.5.27. commons-math has the same fraction,
 * but returns the product, which is 0 below 1e-308.
 */
final class StudentTail {
    private static final double HALF = 0.5;
    private static final double LARGEST = 1e150;
    private static final double PRECISION = 1e-15;
    private static final double CENTRE_PRECISION = 1e-14;
    private static final double QUANTILE_PRECISION = 1e-13;
    private static final int QUANTILE_STEPS = 200;
    private static final int ORDER = 5;
    private static final double LOG_HALF = FastMath.log(HALF);

    /** ln B(nu/2, 1/2) by nu: windows have few lengths, and it is half of the work. */
    private static final double[] LOG_BETA = logBetas(1024);

    private StudentTail() {}

    /** P(T > t). */
    static double probability(double t, double degrees) {
        return t >= 0
                ? StrictMath.exp(logarithm(t, degrees))
                : 1 - StrictMath.exp(logarithm(-t, degrees));
    }

    /** ln P(T > t) for t of at least 0; values above 1e150 count as 1e150. */
    static double logarithm(double t, double degrees) {
        double bounded = Math.min(t, LARGEST);
        double ratio = bounded * bounded / degrees;
        double a = HALF * degrees;
        double x = 1 / (1 + ratio);
        if (x > (a + 1) / (a + HALF + 2)) {
            return StrictMath.log(HALF) + StrictMath.log1p(-centre(ratio * x, degrees));
        }
        double logX = -StrictMath.log1p(ratio);
        double log1MinusX = -StrictMath.log1p(1 / ratio);
        return a * logX
                + HALF * log1MinusX
                - StrictMath.log(degrees)
                - logBeta(degrees)
                - StrictMath.log(new BetaFraction(a, HALF).evaluate(x, PRECISION));
    }

    /** I_y(1/2, nu/2) for a small y: P(|T| <= t). */
    private static double centre(double y, double degrees) {
        double b = HALF * degrees;
        double logarithm =
                HALF * FastMath.log(y) + b * FastMath.log1p(-y) - LOG_HALF - logBeta(degrees);
        return FastMath.exp(logarithm) / new BetaFraction(HALF, b).evaluate(y, CENTRE_PRECISION);
    }

    private static double logBeta(double degrees) {
        int whole = (int) degrees;
        return whole == degrees && whole < LOG_BETA.length
                ? LOG_BETA[whole]
                : Beta.logBeta(HALF * degrees, HALF);
    }

    private static double[] logBetas(int count) {
        double[] logBetas = new double[count];
        for (int degrees = 1; degrees < count; degrees++) {
            logBetas[degrees] = Beta.logBeta(HALF * degrees, HALF);
        }
        return logBetas;
    }

    /** The t with P(T > t) = p, for p of at most 1/2: the root of the tail's logarithm. */
    static double quantile(double p, double degrees) {
        double target = StrictMath.log(p);
        double low = 0;
        double high = 1;
        while (logarithm(high, degrees) > target && high < LARGEST) {
            low = high;
            high *= 2;
        }
        UnivariateFunction excess = t -> logarithm(t, degrees) - target;
        return new BracketingNthOrderBrentSolver(QUANTILE_PRECISION, QUANTILE_PRECISION, ORDER)
                .solve(QUANTILE_STEPS, excess, low, high);
    }

    /** The continued fraction of the incomplete beta function, 26.5.8. */
    private static final class BetaFraction extends ContinuedFraction {
        private final double a;
        private final double b;

        BetaFraction(double a, double b) {
            this.a = a;
            this.b = b;
        }

        @Override
        protected double getA(int n, double x) {
            return 1;
        }

        @Override
        protected double getB(int n, double x) {
            double m = Math.floor(HALF * n);
            double k = a + 2 * m;
            return n % 2 == 0
                    ? m * (b - m) * x / ((k - 1) * k)
                    : -((a + m) * (a + b + m) * x) / (k * (k + 1));
        }
    }
}
