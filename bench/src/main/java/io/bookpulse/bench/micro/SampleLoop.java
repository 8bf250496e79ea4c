package io.bookpulse.bench.micro;

import io.bookpulse.bench.input.MarketInputs;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketOutput;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.simulation.market.MarketGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One instrument's samples without an end: most of an hour of its market, with the scores that the
 * detectors gave them, again and again, later.
 */
@State(Scope.Thread)
public class SampleLoop {
    private static final int SAMPLES = 3_000;
    private static final long SPAN_NANOS = SAMPLES * 1_000_000_000L;

    private final List<Sample> samples = new ArrayList<>(SAMPLES);
    private int next;
    private boolean repeated;

    /** Computes the samples. */
    @Setup(Level.Trial)
    public void compute() {
        Market market = new Market(MarketParameters.defaults());
        MarketState state = market.newState();
        for (MarketEvent event : MarketGenerator.of(MarketInputs.market(1))) {
            market.update(state, event, new Collecting(samples));
            if (samples.size() >= SAMPLES) {
                break;
            }
        }
        SampleDetectors detectors =
                new SampleDetectors(SampleDetectorsParameters.defaults(), Duration.ofSeconds(1));
        SampleDetectorsState scores = detectors.initialState();
        samples.forEach(sample -> detectors.update(scores, sample, found -> {}));
    }

    /** The samples of one lap; their times change as they are asked for one by one. */
    List<Sample> lap() {
        return samples.subList(0, SAMPLES);
    }

    /** The next sample: the same object as a lap before, changed. */
    public Sample next() {
        Sample sample = samples.get(next);
        if (repeated) {
            sample.eventTimeNanos += SPAN_NANOS;
        }
        next++;
        if (next == SAMPLES) {
            next = 0;
            repeated = true;
        }
        return sample;
    }

    private record Collecting(List<Sample> samples) implements MarketOutput {
        @Override
        public void sample(Sample sample) {
            samples.add(sample);
        }

        @Override
        public void transition(Transition transition) {}

        @Override
        public void bar(Bar bar) {}

        @Override
        public void reject(MarketEvent event, RejectReason reason, String detail) {}

        @Override
        public void accepted() {}

        @Override
        public void conflated() {}

        @Override
        public void gap() {}
    }
}
