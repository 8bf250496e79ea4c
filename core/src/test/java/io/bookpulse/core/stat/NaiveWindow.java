package io.bookpulse.core.stat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The values of the last slots, kept in a list and computed anew for each question. */
final class NaiveWindow {
    private final int window;
    private final List<Double> slots = new ArrayList<>();

    NaiveWindow(int window) {
        this.window = window;
    }

    void push(double x) {
        slots.add(x);
    }

    void skip(long count) {
        for (long i = 0; i < count; i++) {
            slots.add(Double.NaN);
        }
    }

    double[] values() {
        return slots.subList(Math.max(0, slots.size() - window), slots.size()).stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
    }

    /** Relative to the first value, so that this oracle does not lose what it is to check. */
    double mean() {
        double[] values = values();
        if (values.length == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (double value : values) {
            sum += value - values[0];
        }
        return values[0] + sum / values.length;
    }

    double standardDeviation() {
        double[] values = values();
        if (values.length < 2) {
            return Double.NaN;
        }
        double shift = 0;
        for (double value : values) {
            shift += value - values[0];
        }
        double squares = 0;
        for (double value : values) {
            double deviation = value - values[0] - shift / values.length;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    double sum() {
        return Arrays.stream(values())
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    double median() {
        double[] sorted = Arrays.stream(values()).sorted().toArray();
        int n = sorted.length;
        return IntStream.of((n - 1) / 2, n / 2)
                .mapToDouble(i -> n == 0 ? Double.NaN : sorted[i])
                .average()
                .orElseThrow();
    }
}
