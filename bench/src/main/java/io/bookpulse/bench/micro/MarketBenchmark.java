package io.bookpulse.bench.micro;

import io.bookpulse.core.book.Book;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.book.BookResult;
import io.bookpulse.core.book.BookState;
import io.bookpulse.core.book.WaitingEvents;
import io.bookpulse.core.detector.SpoofLike;
import io.bookpulse.core.detector.SpoofLikeParameters;
import io.bookpulse.core.detector.SpoofLikeState;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.feature.FeatureState;
import io.bookpulse.core.feature.Features;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.core.filter.EventFilter;
import io.bookpulse.core.filter.EventFilterState;
import io.bookpulse.core.filter.FilterParameters;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.MarketState;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Per event: the filter, the book, the book's and the trades' features on the event clock, and the
 * whole market with its samples, about one to nine events. An event that the part has nothing to do
 * with counts as one.
 */
@State(Scope.Thread)
public class MarketBenchmark {
    /** Usual size of the largest level: some levels are as large as a wall beside it. */
    private static final double USUAL = 5;

    private static final WaitingEvents NOTHING_WAITS = (event, result) -> {};

    private final EventFilter filter = new EventFilter(FilterParameters.defaults());
    private final EventFilterState filterState = filter.newState();
    private final Book book = new Book(BookParameters.defaults());
    private final BookState bookState = book.newState();
    private final Features features = new Features(FeatureParameters.defaults(), SpreadScore.PLAIN);
    private final FeatureState featureState = features.newState();
    private final SpoofLike spoof = new SpoofLike(SpoofLikeParameters.defaults());
    private final SpoofLikeState spoofState = spoof.initialState();
    private final Market market = new Market(MarketParameters.defaults());
    private final MarketState marketState = market.newState();
    private final CountingOutput out = new CountingOutput();

    /** What usual sizes are is learnt at samples; here, known. */
    @Setup(Level.Trial)
    public void scale() {
        spoof.scale(spoofState, USUAL);
    }

    /** Order, duplicates and plausibility. */
    @Benchmark
    public @Nullable Object filter(EventLoop events) {
        return filter.check(filterState, events.next());
    }

    /** One delta with its levels. */
    @Benchmark
    public @Nullable BookResult book(EventLoop events) {
        MarketEvent event = events.next();
        return event.isBook() ? book.apply(bookState, event, NOTHING_WAITS) : null;
    }

    /** One delta with its levels, large ones among them followed until they go. */
    @Benchmark
    public long bookAndSpoofLike(EventLoop events) {
        MarketEvent event = events.next();
        if (event.isBook()) {
            spoof.before(spoofState, bookState, event);
            book.apply(bookState, event, NOTHING_WAITS);
            spoof.after(spoofState, bookState, event, out::transition);
        }
        return out.count;
    }

    /** Book, and what the event clock keeps of books and trades. */
    @Benchmark
    public long bookAndFeatures(EventLoop events) {
        MarketEvent event = events.next();
        features.seen(featureState, event);
        if (event.kind == EventKind.TRADE) {
            features.trade(featureState, bookState, event);
        } else {
            book.apply(bookState, event, NOTHING_WAITS);
            features.book(featureState, bookState, event);
        }
        return featureState.lastSeenNanos;
    }

    /** Everything that the market stage does with an event. */
    @Benchmark
    public long market(EventLoop events) {
        market.update(marketState, events.next(), out);
        return out.count;
    }
}
