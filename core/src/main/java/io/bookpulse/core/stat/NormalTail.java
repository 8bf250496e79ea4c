package io.bookpulse.core.stat;

import org.apache.commons.math3.special.Erf;

/**
 * Upper tail of the standard normal distribution and its inverse, also by the logarithm of the
 * probability, where the probability itself is below the smallest double.
 *
 * <p>Source of the inverse: M. Wichura (1988), Algorithm AS 241, Applied Statistics 37, PPND16;
 * beyond its range Newton on the asymptotic series of the logarithm.
 */
final class NormalTail {
    /** Logarithm of the smallest probability that AS 241 was fitted for, with some distance. */
    private static final double SMALLEST_LOG = -700;

    private static final double LOG_SQRT_TWO_PI = 0.9189385332046727418;
    private static final int NEWTON_STEPS = 4;

    private static final double[] CENTRE_TOP = {
        3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
        1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
        3.3430575583588128105e4, 2.5090809287301226727e3
    };
    private static final double[] CENTRE_BOTTOM = {
        1.0, 4.2313330701600911252e1, 6.8718700749205790830e2,
        5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
        2.8729085735721942674e4, 5.2264952788528545610e3
    };
    private static final double[] NEAR_TOP = {
        1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
        3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
        2.27238449892691845833e-2, 7.74545014278341407640e-4
    };
    private static final double[] NEAR_BOTTOM = {
        1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
        6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
        5.47593808499534494600e-4, 1.05075007164441684324e-9
    };
    private static final double[] FAR_TOP = {
        6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
        2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
        2.71155556874348757815e-5, 2.01033439929228813265e-7
    };
    private static final double[] FAR_BOTTOM = {
        1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
        1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
        1.42151175831644588870e-7, 2.04426310338993978564e-15
    };

    private NormalTail() {}

    /** P(Z > z), relative error below 1e-12 down to 1e-300. */
    static double probability(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    /** The z with P(Z > z) = p. */
    static double quantile(double p) {
        double q = 0.5 - p;
        if (Math.abs(q) <= 0.425) {
            double r = 0.180625 - q * q;
            return q * polynomial(CENTRE_TOP, r) / polynomial(CENTRE_BOTTOM, r);
        }
        return q > 0 ? far(StrictMath.log(p)) : -far(StrictMath.log1p(-p));
    }

    /** The z with ln P(Z > z) = logarithm, for a probability of at most 1/2. */
    static double quantileOfLog(double logarithm) {
        if (logarithm >= SMALLEST_LOG) {
            return quantile(StrictMath.exp(logarithm));
        }
        double z = Math.sqrt(-2 * logarithm);
        for (int step = 0; step < NEWTON_STEPS; step++) {
            z += (asymptoticLog(z) - logarithm) / (z + 1 / z);
        }
        return z;
    }

    private static double far(double logarithm) {
        double r = Math.sqrt(-logarithm);
        return r <= 5
                ? polynomial(NEAR_TOP, r - 1.6) / polynomial(NEAR_BOTTOM, r - 1.6)
                : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
    }

    /** ln P(Z > z) for large z: the first term left out is 105/z^8. */
    private static double asymptoticLog(double z) {
        double square = 1 / (z * z);
        double series = square * (-1 + square * (3 - 15 * square));
        return -0.5 * z * z - StrictMath.log(z) - LOG_SQRT_TWO_PI + StrictMath.log1p(series);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }
}
