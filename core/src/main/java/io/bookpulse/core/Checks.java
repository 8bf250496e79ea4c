package io.bookpulse.core;

/**
 * Guards for arguments: each returns its argument, or throws {@link IllegalArgumentException}
 * naming the argument, its value and what is allowed. For programming errors and configuration
 * only; bad market data is a value, never an exception.
 */
public final class Checks {
    private Checks() {}

    /** Returns {@code value} if it is at least {@code minimum}. */
    public static int atLeast(int minimum, int value, String name) {
        if (value < minimum) {
            throw refusal(name, value, "at least " + minimum);
        }
        return value;
    }

    /** Returns {@code value} if it is at least {@code minimum}. */
    public static long atLeast(long minimum, long value, String name) {
        if (value < minimum) {
            throw refusal(name, value, "at least " + minimum);
        }
        return value;
    }

    /** Returns {@code value} if it is a finite number greater than zero. */
    public static double positive(double value, String name) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw refusal(name, value, "a finite number above 0");
        }
        return value;
    }

    /** Returns {@code value} if {@code low <= value <= high}; NaN is refused. */
    public static double inRange(double low, double high, double value, String name) {
        if (!(value >= low && value <= high)) {
            throw refusal(name, value, "from " + low + " to " + high);
        }
        return value;
    }

    /** Returns {@code value} if it is neither empty nor blank. */
    public static String notBlank(String value, String name) {
        if (value.isBlank()) {
            throw refusal(name, "'" + value + "'", "text");
        }
        return value;
    }

    private static IllegalArgumentException refusal(String name, Object value, String allowed) {
        return new IllegalArgumentException(name + " is " + value + ", must be " + allowed);
    }
}
