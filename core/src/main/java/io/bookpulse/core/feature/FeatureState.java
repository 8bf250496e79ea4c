package io.bookpulse.core.feature;

import io.bookpulse.core.filter.QualityState;

/** All memory of one instrument's {@link Features}: about 20 kB with the default windows. */
public final class FeatureState {
    /** {@code venue:symbol}, known from the first event on. */
    public String instrument = "";

    /** Number of the open slot: its grid point is this times the interval. */
    public long slot = Long.MIN_VALUE;

    /** Whether grid points yield samples. */
    public boolean sampling;

    /** Time of the last event of any kind, ns since epoch UTC. */
    public long lastSeenNanos;

    /** Time of the last accepted book event, ns since epoch UTC. */
    public long lastBookNanos;

    /** Which synchronisation of the book the last accepted book belonged to. */
    public long synchronisation;

    /** The last accepted book's best prices, and room for the one being looked at. */
    public TopOfBook before = new TopOfBook();

    public TopOfBook now = new TopOfBook();

    public TickSizeState tick = new TickSizeState();
    public TradeSignState sign = new TradeSignState();
    public BaselinesState baselines = new BaselinesState();
    public DifferencesState differences = new DifferencesState();
    public TradeWindowsState trades = new TradeWindowsState();
    public BarState bar = new BarState();
    public QualityState quality = new QualityState();
    public SourceSpan source = new SourceSpan();

    /** The last trade. */
    public LiveTrade trade = new LiveTrade();

    /** The live quote, with the frozen baselines. */
    public LiveQuote live = new LiveQuote();
}
