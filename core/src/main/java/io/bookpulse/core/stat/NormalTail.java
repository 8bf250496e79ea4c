package io.bookpulse.core.stat;

import org.apache.commons.math3.special.Erf;

/**
 * Upper tail of the standard normal distribution and its inverse, also by the logarithm of the
 * probability, where the probability itself is below the smallest double.
 *
 * <p>Source of the inverse: M. Wichura (1988), Algorithm AS 241, Applied Statistics 37, PPND16;
 * beyond its range Newton on the asymptotic series of the logarithm. The published coefficients are
 * written as the doubles nearest to them.
 */
final class NormalTail {
    /** Logarithm of the smallest probability that AS 241 was fitted for, with some distance. */
    private static final double SMALLEST_LOG = -700;

    private static final double LOG_SQRT_TWO_PI = 0.9189385332046728;
    private static final int NEWTON_STEPS = 4;

    private static final double[] CENTRE_TOP = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513,
        13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BOTTOM = {
        1.0, 42.31333070160091, 687.1870074920579,
        5394.196021424751, 21213.794301586597, 39307.89580009271,
        28729.085735721943, 5226.495278852854
    };
    private static final double[] NEAR_TOP = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691,
        3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
        0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] NEAR_BOTTOM = {
        1.0, 2.053191626637759, 1.6763848301838038,
        0.6897673349851, 0.14810397642748008, 0.015198666563616457,
        0.0005475938084995345, 1.0507500716444169e-09
    };
    private static final double[] FAR_TOP = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913,
        0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
        2.7115555687434876e-05, 2.0103343992922881e-07
    };
    private static final double[] FAR_BOTTOM = {
        1.0, 0.599832206555888, 0.1369298809227358,
        0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-05,
        1.421511758316446e-07, 2.0442631033899397e-15
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
