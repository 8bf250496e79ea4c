package io.bookpulse.bench.micro;

import io.bookpulse.core.detector.DepthCollapse;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.DepthCollapseState;
import io.bookpulse.core.detector.SpreadSpike;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.detector.SpreadSpikeState;
import io.bookpulse.core.feature.LiveQuote;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Per change of the best quote: is the spread, is the depth still normal. Nearly all of them are.
 */
@State(Scope.Thread)
public class ExcursionBenchmark {
    private static final int VALUES = 4_096;
    private static final long MILLIS_100 = 100_000_000L;
    private static final int SAMPLES = 600;

    private final double[] spreads = new SplittableRandom(1).doubles(VALUES, 0.01, 0.05).toArray();
    private final double[] depths = new SplittableRandom(2).doubles(VALUES, 10, 40).toArray();
    private final SpreadSpike spike = new SpreadSpike(SpreadSpikeParameters.defaults());
    private final SpreadSpikeState spikeState = spike.initialState();
    private final DepthCollapse collapse = new DepthCollapse(DepthCollapseParameters.defaults());
    private final DepthCollapseState collapseState = collapse.initialState();
    private final LiveQuote quote = normal();
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
        quote.topDepth = depths[next];
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
}
