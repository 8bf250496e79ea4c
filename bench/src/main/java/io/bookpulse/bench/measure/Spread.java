package io.bookpulse.bench.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * What repeated measurements say: the middle one and the outermost.
 *
 * @param median the middle one, or the mean of the two in the middle; NaN of none
 * @param least the smallest
 * @param most the largest
 */
public record Spread(double median, double least, double most) {
    /** The spread of one number of each of those. */
    public static <T> Spread of(Collection<T> measured, ToDoubleFunction<? super T> number) {
        return of(measured.stream().mapToDouble(number).toArray());
    }

    /** The spread of those numbers. */
    public static Spread of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        double median =
                sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}
