package io.bookpulse.bench.micro;

import io.bookpulse.core.detector.DepthCollapse;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.DepthCollapseState;
import io.bookpulse.core.detector.FlashMove;
import io.bookpulse.core.detector.FlashMoveParameters;
import io.bookpulse.core.detector.FlashMoveState;
import io.bookpulse.core.detector.QuoteStuffing;
import io.bookpulse.core.detector.QuoteStuffingParameters;
import io.bookpulse.core.detector.QuoteStuffingState;
import io.bookpulse.core.detector.SpreadSpike;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.detector.SpreadSpikeState;
import io.bookpulse.core.detector.SweepChain;
import io.bookpulse.core.detector.SweepChainParameters;
import io.bookpulse.core.detector.SweepChainState;
import io.bookpulse.core.feature.LiveQuote;
import io.bookpulse.core.feature.LiveTrade;
import java.time.Duration;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Per change of the best quote: is the spread, is the depth still normal, has the price moved in a
 * flash; per sample and per trade: is it stuffing, is it a sweep. Nearly none of them are.
 */
@State(Scope.Thread)
public class ExcursionBenchmark {
    private static final int VALUES = 4_096;
    private static final long MILLIS_100 = 100_000_000L;
    private static final int SAMPLES = 600;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int EVERY = 10;
    private static final double PRICE = 100;
    private static final double E8 = 1e8;

    private final double[] spreads = new SplittableRandom(1).doubles(VALUES, 0.01, 0.05).toArray();
    private final double[] depths = new SplittableRandom(2).doubles(VALUES, 10, 40).toArray();
    private final SpreadSpike spike = new SpreadSpike(SpreadSpikeParameters.defaults());
    private final SpreadSpikeState spikeState = spike.initialState();
    private final DepthCollapse collapse = new DepthCollapse(DepthCollapseParameters.defaults());
    private final DepthCollapseState collapseState = collapse.initialState();
    private final FlashMove flash = new FlashMove(FlashMoveParameters.defaults(), SECOND);
    private final FlashMoveState flashState = flash.initialState();
    private final QuoteStuffing stuffing =
            new QuoteStuffing(QuoteStuffingParameters.defaults(), SECOND);
    private final QuoteStuffingState stuffingState = stuffing.initialState();
    private final SweepChain sweep = new SweepChain(SweepChainParameters.defaults());
    private final SweepChainState sweepState = sweep.initialState();
    private final LiveQuote quote = normal();
    private final LiveTrade trade = new LiveTrade();
    private int next;
    private long found;

    private static LiveQuote normal() {
        LiveQuote quote = new LiveQuote();
        quote.instrument = "sim:S0001";
        quote.valid = true;
        quote.spreadMean = 0.03;
        quote.spreadStd = 0.01;
        quote.spreadCount = SAMPLES;
        quote.depthMedian = 25;
        quote.depthCount = SAMPLES;
        quote.quality = 1;
        return quote;
    }

    private LiveQuote next() {
        next = (next + 1) & (VALUES - 1);
        quote.eventTimeNanos += MILLIS_100;
        quote.spread = spreads[next];
        quote.mid = PRICE + quote.spread;
        quote.topDepth = depths[next];
        quote.changes++;
        quote.onGrid = next % EVERY == 0;
        return quote;
    }

    /** The spread. */
    @Benchmark
    public long spreadSpike() {
        spike.update(spikeState, next(), step -> found++);
        return found;
    }

    /** The depth. */
    @Benchmark
    public long depthCollapse() {
        collapse.update(collapseState, next(), step -> found++);
        return found;
    }

    /** The price: ten changes a second, one of ten a sample. */
    @Benchmark
    public long flashMove() {
        flash.update(flashState, next(), step -> found++);
        return found;
    }

    /** The rate of quotes, at samples. */
    @Benchmark
    public long quoteStuffing() {
        LiveQuote sampled = next();
        sampled.onGrid = true;
        sampled.eventTimeNanos += SECOND.toNanos() - MILLIS_100;
        stuffing.update(stuffingState, sampled, step -> found++);
        return found;
    }

    /** Trades at one price or another, on one side and then the other. */
    @Benchmark
    public long sweepChain() {
        LiveQuote normal = next();
        trade.eventTimeNanos = normal.eventTimeNanos;
        trade.sign = (next & 2) - 1;
        trade.priceE8 = (long) (normal.mid * E8);
        trade.sizeE8 = (long) E8;
        trade.quality = 1;
        trade.usualDepth = normal.depthMedian;
        sweep.update(sweepState, trade, step -> found++);
        return found;
    }
}
