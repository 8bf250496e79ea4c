package io.bookpulse.bench.scale;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.job.FlinkRun;
import io.bookpulse.bench.job.JobCase;
import io.bookpulse.bench.job.PlainLoop;
import io.bookpulse.bench.job.Run;
import io.bookpulse.bench.job.Variant;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A generated market, and runs over it, each checked for the number of its samples. */
final class Market {
    private final ScaleOptions options;
    private final JobCase jobCase;
    private final MarketInput input;
    private final long samples;
    private final double liveBytes;
    private final double packedBytes;

    Market(ScaleOptions options, JobCase jobCase, MarketInput input) throws IOException {
        this.options = options;
        this.jobCase = jobCase;
        this.input = input;
        PlainLoop loop = new PlainLoop(options.pipeline(), input); // not kept: it holds all states
        liveBytes = loop.liveBytesPerInstrument();
        packedBytes = loop.packedBytesPerInstrument();
        samples = loop.samples();
    }

    /** The same market under other options. */
    private Market(Market other, ScaleOptions options) {
        this.options = options;
        jobCase = other.jobCase;
        input = other.input;
        samples = other.samples;
        liveBytes = other.liveBytes;
        packedBytes = other.packedBytes;
    }

    Market with(ScaleOptions other) {
        return new Market(this, other);
    }

    /** Samples: seconds of all instruments together. */
    long samples() {
        return samples;
    }

    long events() {
        return input.events();
    }

    /** Samples an event. */
    double samplesPerEvent() {
        return (double) samples / input.events();
    }

    /** Heap of an instrument's states after the whole market, bytes. */
    double liveBytes() {
        return liveBytes;
    }

    /** The same as they are written back, bytes. */
    double packedBytes() {
        return packedBytes;
    }

    FlinkRun flink() {
        return new FlinkRun(jobCase, options.job(jobCase), input, samples);
    }

    /** Runs a variant as often as asked for. */
    List<Measurement> measure(Variant variant) throws Exception {
        List<Measurement> all = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            Run run = flink().measure(variant);
            if (variant == Variant.PIPELINE && run.samples() != samples) {
                throw new IllegalStateException(
                        "%d samples, the plain loop computed %d".formatted(run.samples(), samples));
            }
            all.add(run.measurement());
        }
        return all;
    }

    /** CPU time of the process an event, us: the median. */
    static double cpu(List<Measurement> all) {
        return Spread.of(all, Measurement::cpuMicrosPerEvent).median();
    }

    /** Events a second: the median. */
    static double rate(List<Measurement> all) {
        return Spread.of(all, Measurement::eventsPerSecond).median();
    }
}
