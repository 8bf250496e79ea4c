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
    private final Weight weight;

    private Market(ScaleOptions options, JobCase jobCase, MarketInput input, Weight weight) {
        this.options = options;
        this.jobCase = jobCase;
        this.input = input;
        this.weight = weight;
    }

    static Market of(ScaleOptions options, JobCase jobCase, MarketInput input) throws IOException {
        PlainLoop loop = new PlainLoop(options.pipeline(), input);
        return new Market(options, jobCase, input, new Weight(loop.measure().samples(), 0, 0));
    }

    /** A market of which it is known what the states of its instruments take. */
    static Market weighed(ScaleOptions options, JobCase jobCase, MarketInput input)
            throws IOException {
        PlainLoop loop = new PlainLoop(options.pipeline(), input);
        loop.measure();
        double packed = loop.packedBytesPerInstrument();
        return new Market(
                options, jobCase, input, new Weight(loop.samples(), loop.release(), packed));
    }

    /** The same market under other options. */
    Market with(ScaleOptions other) {
        return new Market(other, jobCase, input, weight);
    }

    /** Samples: seconds of all instruments together. */
    long samples() {
        return weight.samples;
    }

    long events() {
        return input.events();
    }

    /** Samples an event. */
    double samplesPerEvent() {
        return (double) weight.samples / input.events();
    }

    /** Heap of an instrument's states after the whole market, bytes. */
    double liveBytes() {
        return weight.liveBytes;
    }

    /** The same as they are written back, bytes. */
    double packedBytes() {
        return weight.packedBytes;
    }

    FlinkRun flink() {
        return new FlinkRun(jobCase, options.job(jobCase), input, weight.samples);
    }

    /** Runs a variant as often as asked for. */
    List<Measurement> measure(Variant variant) throws Exception {
        List<Measurement> all = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            Run run = flink().measure(variant);
            if (variant == Variant.PIPELINE && run.samples() != weight.samples) {
                throw new IllegalStateException(
                        "%d samples, the plain loop computed %d"
                                .formatted(run.samples(), weight.samples));
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

    /** What the plain loop found. */
    private record Weight(long samples, double liveBytes, double packedBytes) {}
}
