package io.bookpulse.simulation.market;

import io.bookpulse.simulation.truth.TruthEvent;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * One-second rows of one simulated instrument without feed faults: the {@code ticks} format, with
 * its truth.
 */
public final class TickRows implements Iterable<TickRow> {
    private final MarketGeneratorParameters parameters;

    private TickRows(MarketGeneratorParameters parameters) {
        this.parameters = parameters;
    }

    /** Returns the first instrument of the market with those parameters, without feed faults. */
    public static TickRows of(MarketGeneratorParameters parameters) {
        return new TickRows(parameters.withTruth(parameters.injection(), FaultParameters.none()));
    }

    /** Two hours, 7,200 rows, of the default market. */
    public static TickRows defaults() {
        return of(MarketGeneratorParameters.defaults().withSize(1, Duration.ofHours(2)));
    }

    /** What is injected, by onset. */
    public List<TruthEvent> truth() {
        return InstrumentPlan.of(parameters, 0).truth();
    }

    /** A new pass over the rows, one at the end of each whole second. */
    @Override
    public Iterator<TickRow> iterator() {
        return new TickSampler(parameters);
    }
}
