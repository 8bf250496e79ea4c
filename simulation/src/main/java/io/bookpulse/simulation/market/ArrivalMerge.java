package io.bookpulse.simulation.market;

import io.bookpulse.core.event.MarketEvent;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Merges the instruments' feeds by arrival. */
final class ArrivalMerge implements Iterator<MarketEvent> {
    ArrivalMerge(MarketGeneratorParameters parameters) {}

    @Override
    public boolean hasNext() {
        return false;
    }

    @Override
    public MarketEvent next() {
        throw new NoSuchElementException();
    }
}
