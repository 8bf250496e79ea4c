package io.bookpulse.bench.micro;

import io.bookpulse.core.book.BookState;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.BarBuilder;
import io.bookpulse.core.feature.BarState;
import io.bookpulse.core.feature.Baselines;
import io.bookpulse.core.feature.BaselinesState;
import io.bookpulse.core.feature.BookColumns;
import io.bookpulse.core.feature.Differences;
import io.bookpulse.core.feature.DifferencesState;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.core.feature.TickSize;
import io.bookpulse.core.feature.TickSizeState;
import io.bookpulse.core.feature.TopOfBook;
import io.bookpulse.core.feature.TradeSign;
import io.bookpulse.core.feature.TradeSignState;
import io.bookpulse.core.feature.TradeWindows;
import io.bookpulse.core.feature.TradeWindowsState;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Each group of features by itself. Those in whose name a book or a trade comes are done at each
 * such event, those with a sample once a second.
 */
@State(Scope.Thread)
public class FeatureBenchmark {
    private static final long SECOND = 1_000_000_000L;

    private final FeatureParameters parameters = FeatureParameters.defaults();
    private final BookColumns columns = new BookColumns(parameters);
    private final TickSize tick = new TickSize(parameters);
    private final TickSizeState tickState = new TickSizeState();
    private final Differences differences = new Differences(parameters);
    private final DifferencesState differencesState = differences.newState();
    private final Baselines baselines = new Baselines(parameters, SpreadScore.PLAIN);
    private final BaselinesState baselinesState = baselines.newState();
    private final TradeWindows trades = new TradeWindows(parameters);
    private final TradeWindowsState tradesState = trades.newState();
    private final TradeSignState sign = new TradeSignState();
    private final BarBuilder bars = new BarBuilder(parameters);
    private final BarState bar = bars.newState();
    private final TopOfBook before = new TopOfBook();
    private final TopOfBook now = new TopOfBook();
    private final LiveQuote quote = new LiveQuote();
    private final Sample sample = new Sample();
    private long slot = 1_000_000_000L;

    /** Tick size and order flow of a book that has changed. */
    @Benchmark
    public boolean bookFlow(BookLoop books) {
        BookState book = books.next();
        before.copy(now);
        now.read(book);
        differences.follow(differencesState, before, now);
        return tick.observe(tickState, book);
    }

    /** Prices, spread, depth and imbalance of a sample. */
    @Benchmark
    public Sample sampleBook(BookLoop books) {
        columns.write(books.next(), sample);
        return sample;
    }

    /** Order flow, return and realised variances of a sample. */
    @Benchmark
    public Sample sampleDifferences(SampleLoop samples) {
        Sample next = samples.next();
        differences.close(differencesState, slot++, true, next);
        return next;
    }

    /** Mean, deviation and median of a sample's spread and depth, and its scores. */
    @Benchmark
    public Sample sampleBaselines(SampleLoop samples) {
        Sample next = samples.next();
        baselines.freeze(baselinesState, slot++ * SECOND, 0.01, quote);
        baselines.write(baselinesState, quote, next);
        baselines.push(
                baselinesState,
                next.eventTimeNanos,
                next.value(SampleColumn.SPREAD),
                next.value(SampleColumn.TOP_DEPTH));
        return next;
    }

    /** Side, sums and bar of a trade. */
    @Benchmark
    public int trade(TradeLoop loop) {
        MarketEvent trade = loop.next();
        int side = TradeSign.of(sign, loop.book(), trade);
        trades.add(tradesState, trade, side);
        return side;
    }

    /** Volumes and their scores, imbalances and average price of a sample. */
    @Benchmark
    public Sample sampleTrades() {
        trades.close(tradesState, slot++);
        trades.write(tradesState, sample);
        return sample;
    }

    /** A trade into its bar, and the bar when it is complete. */
    @Benchmark
    public long bar(TradeLoop loop) {
        MarketEvent trade = loop.next();
        long done = 0;
        if (bars.dueNanos(bar) <= trade.eventTimeNanos) {
            Bar finished = bars.finish(bar);
            done = finished.openTimeNanos;
        }
        bars.add(bar, trade, 1);
        return done;
    }
}
