package io.bookpulse.codec.text;

/**
 * Reads decimal text into a {@code long} with 8 implied decimals, exactly: no value passes through
 * a double. Grammar: {@code [+-] digits [. digits] [(e|E) [+-] digits]}, at least one digit.
 *
 * <p>Zeros beyond the 8th decimal are fine, other digits there are not. O(length), allocation-free.
 */
public final class DecimalE8 {
    /** How many units a whole 1 has. */
    public static final long ONE = 100_000_000L;

    /** Returned for text that is no number, does not fit 64 bits, or has more than 8 decimals. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final int DECIMALS = 8;
    private static final int MAXIMUM_EXPONENT = 99;
    private static final long[] POWERS = powers();

    private DecimalE8() {}

    /**
     * Reads a slice of characters.
     *
     * @return the value times 1e8, or {@link #INVALID}
     */
    public static long parse(char[] text, int offset, int length) {
        int end = offset + length;
        int i = offset;
        boolean negative = length > 0 && text[i] == '-';
        if (negative || (length > 0 && text[i] == '+')) {
            i++;
        }
        // Digits without trailing zeros; those are counted in `zeros` until another digit follows.
        long digits = 0;
        int zeros = 0;
        int decimals = 0;
        boolean point = false;
        boolean any = false;
        for (; i < end; i++) {
            char c = text[i];
            if (c == '.' && !point) {
                point = true;
                continue;
            }
            if (c < '0' || c > '9') {
                break;
            }
            any = true;
            decimals += point ? 1 : 0;
            if (c == '0') {
                zeros++;
                continue;
            }
            digits = shift(digits, zeros + 1);
            if (digits < 0 || digits > Long.MAX_VALUE - (c - '0')) {
                return INVALID;
            }
            digits += c - '0';
            zeros = 0;
        }
        int exponent = i == end ? 0 : exponent(text, i, end);
        if (!any || exponent == Integer.MIN_VALUE) {
            return INVALID;
        }
        return scaled(negative, digits, DECIMALS + zeros - decimals + exponent);
    }

    private static long scaled(boolean negative, long digits, int places) {
        if (digits == 0) {
            return 0;
        }
        long value = places < 0 ? -1 : shift(digits, places);
        if (value < 0) {
            return INVALID;
        }
        return negative ? -value : value;
    }

    /** Returns {@code value * 10^places}, or -1 if that does not fit. */
    private static long shift(long value, int places) {
        if (value == 0) {
            return 0;
        }
        if (places >= POWERS.length) {
            return -1;
        }
        long power = POWERS[places];
        return value > Long.MAX_VALUE / power ? -1 : value * power;
    }

    private static int exponent(char[] text, int from, int end) {
        int i = from + 1;
        if (text[from] != 'e' && text[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        boolean negative = i < end && text[i] == '-';
        if (negative || (i < end && text[i] == '+')) {
            i++;
        }
        if (i == end) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return Integer.MIN_VALUE;
            }
            value = Math.min(value * 10 + text[i] - '0', MAXIMUM_EXPONENT);
        }
        return negative ? -value : value;
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
