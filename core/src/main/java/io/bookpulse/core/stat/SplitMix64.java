package io.bookpulse.core.stat;

/**
 * A seeded generator of random numbers whose every step is written here, so that what is drawn is
 * the same on every machine and in every version of Java: for models that are grown from a seed.
 *
 * <pre>
 * s = s + 0x9e3779b97f4a7c15
 * z = (s ^ s &gt;&gt;&gt; 30) 0xbf58476d1ce4e5b9;  z = (z ^ z &gt;&gt;&gt; 27) 0x94d049bb133111eb;  z ^ z &gt;&gt;&gt; 31
 * </pre>
 *
 * <p>Period 2^64. O(1) a number, no allocation. Not for secrets.
 *
 * <p>Source: G. Steele, D. Lea, C. Flood (2014), Fast splittable pseudorandom number generators,
 * figure 17; constants of the variant of S. Vigna (2015).
 */
public final class SplitMix64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Returns the generator of a seed; every seed is as good as another. */
    public SplitMix64(long seed) {
        this.state = seed;
    }

    /**
     * The first number of a seed's generator, in the middle of its interval of 2^-52: uniform in
     * (0, 1), never 0 or 1. For chance that must be the same wherever and whenever it is drawn.
     */
    public static double uniform(long seed) {
        return ((mixed(seed + GAMMA) >>> 12) + 0.5) * 0x1p-52;
    }

    /** The next 64 bits. */
    public long nextLong() {
        state += GAMMA;
        return mixed(state);
    }

    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number that is uniform in [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * A whole number from 0 to {@code bound - 1}; of a small bound each is as likely as another to
     * 2^-53.
     *
     * @param bound at least 1
     */
    public int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }
}
