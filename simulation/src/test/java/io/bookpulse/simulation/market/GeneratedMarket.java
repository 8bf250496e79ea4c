package io.bookpulse.simulation.market;

import io.bookpulse.core.event.EventOrder;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ready-made markets and naive measurements on them. */
final class GeneratedMarket {
    static final long SECOND = 1_000_000_000L;

    private GeneratedMarket() {}

    static MarketGeneratorParameters quiet(Duration duration) {
        return MarketGeneratorParameters.defaults()
                .withSize(1, duration)
                .withTruth(InjectionParameters.none(), FaultParameters.none());
    }

    static MarketGeneratorParameters faultless(long seed, Duration duration) {
        return MarketGeneratorParameters.defaults()
                .withSeed(seed)
                .withSize(1, duration)
                .withTruth(InjectionParameters.defaults(), FaultParameters.none());
    }

    static List<MarketEvent> events(MarketGeneratorParameters parameters) {
        List<MarketEvent> events = new ArrayList<>();
        MarketGenerator.of(parameters).iterator().forEachRemaining(events::add);
        return events;
    }

    static List<TruthEvent> truth(MarketGeneratorParameters parameters, TruthType type) {
        return MarketGenerator.of(parameters).truth().stream()
                .filter(event -> event.type() == type)
                .toList();
    }

    /** What a consumer can use: in the one order, without what came more than 500 ms late. */
    static List<MarketEvent> usable(List<MarketEvent> arrived) {
        List<MarketEvent> usable = new ArrayList<>();
        long latest = Long.MIN_VALUE;
        for (MarketEvent event : arrived) {
            latest = Math.max(latest, event.eventTimeNanos);
            if (event.eventTimeNanos >= latest - SECOND / 2) {
                usable.add(event);
            }
        }
        usable.sort(EventOrder.INSTANCE);
        return usable;
    }

    /** A quantity of the book at the end of each second from the start on; NaN while invalid. */
    static double[] sample(
            MarketGeneratorParameters parameters,
            List<MarketEvent> ordered,
            ToDoubleFunction<NaiveBook> quantity) {
        double[] samples = new double[(int) parameters.duration().toSeconds()];
        NaiveBook book = new NaiveBook();
        int second = 0;
        for (MarketEvent event : ordered) {
            while (event.eventTimeNanos > parameters.startNanos() + (second + 1) * SECOND) {
                samples[second++] = book.valid ? quantity.applyAsDouble(book) : Double.NaN;
            }
            if (event.isBook()) {
                book.apply(event);
            }
        }
        while (second < samples.length) {
            samples[second++] = quantity.applyAsDouble(book);
        }
        return samples;
    }

    /** Mean of the samples that lie in {@code [from, to)}, without NaN. */
    static double mean(MarketGeneratorParameters parameters, double[] samples, long[] span) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < samples.length; i++) {
            long time = parameters.startNanos() + (i + 1) * SECOND;
            if (time >= span[0] && time < span[1] && !Double.isNaN(samples[i])) {
                sum += samples[i];
                count++;
            }
        }
        return sum / count;
    }

    static double median(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
