package io.bookpulse.simulation.market;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Samples one instrument's market at whole seconds. */
final class TickSampler implements Iterator<TickRow> {
    TickSampler(MarketGeneratorParameters parameters) {}

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public TickRow next() {
        throw new NoSuchElementException();
    }
}
