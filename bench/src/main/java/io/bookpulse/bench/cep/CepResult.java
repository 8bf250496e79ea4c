package io.bookpulse.bench.cep;

import io.bookpulse.bench.measure.Spread;
import java.util.List;

/**
 * What was measured.
 *
 * @param instruments how many
 * @param routed stretches on the default backend
 * @param rocksDb stretches on RocksDB, empty if there was no such run
 * @param transitionsPerEvent transitions that the generated market gives an event
 */
public record CepResult(
        int instruments,
        List<CepPoint> routed,
        List<CepPoint> rocksDb,
        double transitionsPerEvent) {
    /** Copies the lists. */
    public CepResult {
        routed = List.copyOf(routed);
        rocksDb = List.copyOf(rocksDb);
    }

    /** The stretches after the first, in which the process warms up. */
    static List<CepPoint> warm(List<CepPoint> points) {
        return points.size() < 2 ? points : points.subList(1, points.size());
    }

    /** CPU time a transition of those stretches, us. */
    static Spread cost(List<CepPoint> points) {
        return Spread.of(warm(points), CepPoint::microsPerTransition);
    }

    /** The mean of the last quarter over that of the first: 1 where nothing grows. */
    static double growth(List<CepPoint> points) {
        List<CepPoint> warm = warm(points);
        int quarter = Math.max(1, warm.size() / 4);
        return mean(warm.subList(warm.size() - quarter, warm.size()))
                / mean(warm.subList(0, quarter));
    }

    private static double mean(List<CepPoint> points) {
        return points.stream()
                .mapToDouble(CepPoint::microsPerTransition)
                .average()
                .orElse(Double.NaN);
    }
}
