package io.bookpulse.codec.text;

/** Reads ISO-8601 date-times; see {@link EpochTime#parse}. */
final class IsoTime {
    private static final long SECOND = 1_000_000_000L;
    private static final int TO_MINUTES = 16;

    private IsoTime() {}

    /** The caller has seen at least 16 characters with the date's hyphens. */
    static long parse(char[] text, int offset, int length) {
        int end = offset + length;
        long day = day(text, offset);
        long hour = EpochTime.digits(text, offset + 11, 2);
        long minute = EpochTime.digits(text, offset + 14, 2);
        boolean separated = text[offset + 10] == 'T' || text[offset + 10] == ' ';
        if (day < 0 || !separated || text[offset + 13] != ':' || !within(hour, 23, minute)) {
            return EpochTime.INVALID;
        }
        int zone = offset + TO_MINUTES;
        while (zone < end && isTime(text[zone])) {
            zone++;
        }
        long second = seconds(text, offset + TO_MINUTES, zone);
        long shift = zone(text, zone, end);
        if (second < 0 || shift == EpochTime.INVALID) {
            return EpochTime.INVALID;
        }
        long seconds = day * 86_400 + hour * 3_600 + minute * 60 - shift * 60;
        return seconds < 0 ? EpochTime.INVALID : seconds * SECOND + second;
    }

    private static long day(char[] text, int offset) {
        return EpochTime.day(
                EpochTime.digits(text, offset, 4),
                EpochTime.digits(text, offset + 5, 2),
                EpochTime.digits(text, offset + 8, 2));
    }

    private static boolean isTime(char c) {
        return c == ':' || c == '.' || (c >= '0' && c <= '9');
    }

    /** Returns the ns of {@code [:ss[.fraction]]}, or -1. */
    private static long seconds(char[] text, int from, int end) {
        if (from == end) {
            return 0;
        }
        if (end - from < 3 || text[from] != ':') {
            return -1;
        }
        long whole = EpochTime.digits(text, from + 1, 2);
        if (whole < 0 || whole > 59) {
            return -1;
        }
        if (end - from == 3) {
            return whole * SECOND;
        }
        long fraction = EpochTime.fraction(text, from + 4, end - from - 4, SECOND);
        return text[from + 3] != '.' || fraction < 0 ? -1 : whole * SECOND + fraction;
    }

    /** Returns minutes east of UTC of {@code Z}, {@code +HH:mm}, {@code +HHmm} or nothing. */
    private static long zone(char[] text, int from, int end) {
        int length = end - from;
        if (length == 0 || (length == 1 && text[from] == 'Z')) {
            return 0;
        }
        boolean colon = length == 6 && text[from + 3] == ':';
        if ((!colon && length != 5) || (text[from] != '+' && text[from] != '-')) {
            return EpochTime.INVALID;
        }
        long hours = EpochTime.digits(text, from + 1, 2);
        long minutes = EpochTime.digits(text, from + (colon ? 4 : 3), 2);
        if (!within(hours, 18, minutes)) {
            return EpochTime.INVALID;
        }
        long east = hours * 60 + minutes;
        return text[from] == '-' ? -east : east;
    }

    private static boolean within(long hours, long most, long minutes) {
        return hours >= 0 && hours <= most && minutes >= 0 && minutes <= 59;
    }
}
