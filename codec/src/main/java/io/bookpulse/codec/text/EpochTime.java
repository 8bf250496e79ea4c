package io.bookpulse.codec.text;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads times into ns since the epoch, UTC: numbers in s, ms, us or ns, told apart by magnitude,
 * and ISO-8601 text.
 *
 * <p>A number's unit is the one that puts it after 1973 and before the year 5138: below 1e11 it is
 * seconds, below 1e14 ms, below 1e17 us, else ns. A fraction is kept to the ns; finer digits are
 * cut.
 */
public final class EpochTime {
    /** Returned for what is no time, is before 1970, or does not fit 64 bits of ns. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final long SECOND = 1_000_000_000L;

    private EpochTime() {}

    /** Returns the time of a whole number whose unit follows from its magnitude. */
    public static long ofNumber(long number) {
        long unit = unit(number);
        return number <= 0 || number > Long.MAX_VALUE / unit ? INVALID : number * unit;
    }

    /**
     * Reads a number with or without a fraction, or {@code yyyy-MM-dd[T| ]HH:mm[:ss[.fraction]]}
     * with {@code Z}, an offset {@code +HH:mm}, or nothing, which means UTC.
     */
    public static long parse(char[] text, int offset, int length) {
        boolean iso = length >= 16 && text[offset + 4] == '-' && text[offset + 7] == '-';
        return iso ? IsoTime.parse(text, offset, length) : number(text, offset, length);
    }

    private static long number(char[] text, int offset, int length) {
        int point = offset;
        while (point < offset + length && text[point] != '.') {
            point++;
        }
        long whole = digits(text, offset, point - offset);
        long nanos = ofNumber(whole);
        int fractionLength = offset + length - point - 1;
        if (nanos == INVALID || fractionLength < 0) {
            return nanos;
        }
        long fraction = fraction(text, point + 1, fractionLength, unit(whole));
        return fraction < 0 ? INVALID : nanos + fraction;
    }

    private static long unit(long number) {
        if (number < 100_000_000_000L) {
            return SECOND;
        }
        if (number < 100_000_000_000_000L) {
            return 1_000_000L;
        }
        return number < 100_000_000_000_000_000L ? 1_000L : 1L;
    }

    /** Returns a non-negative whole number of 1 to 18 digits, or -1. */
    static long digits(char[] text, int offset, int length) {
        if (length < 1 || length > 19) {
            return -1;
        }
        long value = 0;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            value = value * 10 + text[i] - '0';
        }
        return value < 0 ? -1 : value;
    }

    /** Returns the fraction of a unit that decimal digits stand for, or -1; none stand for 0. */
    static long fraction(char[] text, int offset, int length, long unit) {
        long value = 0;
        long place = unit;
        for (int i = offset; i < offset + length; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return -1;
            }
            place /= 10;
            value += place * (text[i] - '0');
        }
        return value;
    }

    /** Returns the day's number since the epoch, or {@link #INVALID} if there is no such day. */
    static long day(long year, long month, long dayOfMonth) {
        if (year < 1970 || year > 2261 || month < 1 || month > 12 || dayOfMonth < 1) {
            return INVALID;
        }
        boolean exists = dayOfMonth <= YearMonth.of((int) year, (int) month).lengthOfMonth();
        return exists
                ? LocalDate.of((int) year, (int) month, (int) dayOfMonth).toEpochDay()
                : INVALID;
    }
}
