package io.bookpulse.codec.record;

/** Lengths of bars as venues write them: the largest unit that divides, {@code 1m}, {@code 90s}. */
final class Interval {
    private static final String[] UNITS = {"d", "h", "m", "s", "ns"};
    private static final long[] NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1L
    };

    private Interval() {}

    static String word(long nanos) {
        int unit = 0;
        while (nanos % NANOS[unit] != 0) {
            unit++;
        }
        return nanos / NANOS[unit] + UNITS[unit];
    }

    static long nanos(String word) {
        int digits = 0;
        while (digits < word.length() && Character.isDigit(word.charAt(digits))) {
            digits++;
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (digits > 0 && word.substring(digits).equals(UNITS[i])) {
                return Long.parseLong(word.substring(0, digits)) * NANOS[i];
            }
        }
        throw new IllegalArgumentException(word + " is no interval such as 1m");
    }
}
