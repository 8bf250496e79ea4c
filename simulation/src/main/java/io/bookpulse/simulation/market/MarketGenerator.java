package io.bookpulse.simulation.market;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.simulation.truth.TruthEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * A seeded market of one or many instruments, as one feed would deliver it: a lazy stream of events
 * in order of arrival, with the feed's faults, and the truth about what was injected.
 *
 * <p>Each instrument begins with a BOOK_SNAPSHOT; then come BOOK_DELTA events (rule CONSECUTIVE,
 * every book event takes the next number) and TRADE events (no sequence; ids count from 1). Event
 * times are exact; {@code receiveTimeNanos} is later by a few ms, plus the delays of faults, plus
 * the error of the local clock where that is a fault. {@code source} is {@code simulation}, {@code
 * sourcePosition} counts from 1 in order of arrival.
 *
 * <p>The stream is a pure function of the parameters: equal parameters give equal streams, on any
 * machine. Every instrument draws from generators of its own, so more instruments change nothing in
 * the others but their positions. Memory: the plan, about 100 events an instrument and hour, and
 * one book each; time: about 1 us an event.
 */
public final class MarketGenerator implements Iterable<MarketEvent> {
    /** The source of every event. */
    public static final String SOURCE = "simulation";

    private final MarketGeneratorParameters parameters;

    private MarketGenerator(MarketGeneratorParameters parameters) {
        this.parameters = parameters;
    }

    /** Returns the market with those parameters. */
    public static MarketGenerator of(MarketGeneratorParameters parameters) {
        return new MarketGenerator(parameters);
    }

    /** The name of the instrument with that number, from 0: {@code sim:S0001}. */
    public static String instrument(int number) {
        return String.format(Locale.ROOT, "sim:S%04d", number + 1);
    }

    /** The names of all instruments, in order. */
    public List<String> instruments() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < parameters.instruments(); number++) {
            names.add(instrument(number));
        }
        return names;
    }

    /** Everything that is injected, by onset, then instrument. Known before the market runs. */
    public List<TruthEvent> truth() {
        List<TruthEvent> all = new ArrayList<>();
        for (int number = 0; number < parameters.instruments(); number++) {
            all.addAll(InstrumentPlan.of(parameters, number).truth());
        }
        all.sort(
                Comparator.comparingLong(TruthEvent::onsetNanos)
                        .thenComparing(TruthEvent::instrument)
                        .thenComparing(TruthEvent::id));
        return all;
    }

    /** A new pass over the events; each event is a fresh object that the caller may keep. */
    @Override
    public Iterator<MarketEvent> iterator() {
        return new ArrivalMerge(parameters);
    }
}
