package io.bookpulse.bench.detector;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A row of the CSV; what is not known is left empty. */
final class Row {
    /** The first line. */
    static final String HEADER =
            "part,detector,stream,size,cases,hits,rate,rate_low,rate_high,"
                    + "delay_median,delay_low,delay_high,delay_p90";

    private static final int NUMBERS = 10;
    private static final int COUNTS = 1;
    private static final int RATE = 3;
    private static final int DELAY = 6;
    private static final int P90 = 9;

    private final String names;
    private final double[] numbers = new double[NUMBERS];

    private Row(String names, double size) {
        this.names = names;
        Arrays.fill(numbers, Double.NaN);
        numbers[0] = size;
    }

    /** A row of a part of the bench; size 0 is no change. */
    static Row of(String part, String detector, String stream, double size) {
        return new Row(part + "," + detector.replace(",", "") + "," + stream, size);
    }

    /** What was looked at, and how much of it raised an alarm. */
    Row counts(double cases, double hits) {
        numbers[COUNTS] = cases;
        numbers[COUNTS + 1] = hits;
        return this;
    }

    /** Recall, or alarms a day where nothing changed, with its 95 % interval. */
    Row rate(double value, double low, double high) {
        return triple(RATE, value, low, high);
    }

    /** A score without an interval. */
    Row rate(double value) {
        return rate(value, Double.NaN, Double.NaN);
    }

    /** Median delay with its 95 % interval. */
    Row delay(double median, double low, double high) {
        return triple(DELAY, median, low, high);
    }

    /** Delay that 90 % do not exceed. */
    Row p90(double value) {
        numbers[P90] = value;
        return this;
    }

    private Row triple(int at, double value, double low, double high) {
        numbers[at] = value;
        numbers[at + 1] = low;
        numbers[at + 2] = high;
        return this;
    }

    /** The line, without its end. */
    String toCsv() {
        return names
                + ","
                + Arrays.stream(numbers).mapToObj(Row::text).collect(Collectors.joining(","));
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
