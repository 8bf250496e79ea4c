package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.CpuProbe;
import io.bookpulse.bench.measure.PeakHeap;
import io.bookpulse.bench.measure.Reading;
import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.FeedReader;
import io.bookpulse.codec.feed.FeedFile;
import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.EntryCheck;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a program without Flink would do with the same core objects: one thread, one hash map, one
 * file after the other, every event handled as it comes. It has no disorder to wait for, nothing to
 * recover and no CEP patterns: a lower bound that the job is measured against.
 */
public final class PlainLoop {
    private static final int MOST_PACKED = 1_000;

    private final PipelineParameters parameters;
    private final MarketInput input;
    private Map<String, InstrumentStates> instruments = new HashMap<>();
    private final Consumer<Sample> samplesOut;
    private final Consumer<Alert> alertsOut;
    private long samples;

    /** A loop over those files. */
    public PlainLoop(PipelineParameters parameters, MarketInput input) {
        this(parameters, input, sample -> {}, alert -> {});
    }

    /** A loop over those files that gives its results away; one sample is filled for all. */
    public PlainLoop(
            PipelineParameters parameters,
            MarketInput input,
            Consumer<Sample> samplesOut,
            Consumer<Alert> alertsOut) {
        this.parameters = parameters;
        this.input = input;
        this.samplesOut = samplesOut;
        this.alertsOut = alertsOut;
    }

    /** Runs over the files once. */
    public Run measure() throws IOException {
        PeakHeap.reset();
        LoopLogic logic = new LoopLogic(parameters, this::count, alertsOut);
        EntryCheck check = new EntryCheck(parameters.market().filter());
        long from = (long) (CpuProbe.FROM * input.events());
        long to = (long) (CpuProbe.TO * input.events());
        List<Reading> readings = new ArrayList<>();
        long taken = 0;
        for (FeedFile file : input.feedFiles()) {
            try (FeedReader reader =
                    FeedFormat.open(file, path -> Files.newInputStream(Path.of(path)))) {
                for (Decoded next = reader.next(); next != null; next = reader.next()) {
                    MarketEvent event = check.admit(next).event;
                    if (event != null) {
                        logic.update(states(logic, event.instrument), event);
                    }
                    taken++;
                    if (taken == from || taken == to) {
                        readings.add(Reading.now(taken));
                    }
                }
            }
        }
        instruments.values().forEach(logic::end);
        logic.end();
        return new Run(readings.get(1).since(readings.get(0)), samples, PeakHeap.bytes());
    }

    private void count(Sample sample) {
        samples++;
        samplesOut.accept(sample);
    }

    /** What is remembered of each instrument after the run. */
    Collection<InstrumentStates> states() {
        return instruments.values();
    }

    /**
     * Lets go of what is remembered of the instruments.
     *
     * @return bytes of heap that a collection frees by that, for each instrument: all its states
     *     together, map and keys included
     */
    public double release() {
        int many = instruments.size();
        long held = PeakHeap.liveBytes();
        instruments = new HashMap<>();
        return (double) (held - PeakHeap.liveBytes()) / many;
    }

    /** Samples that it has computed so far. */
    public long samples() {
        return samples;
    }

    /**
     * Mean serialised bytes of each part of an instrument's memory, after {@link #measure}: that of
     * some instruments, if there are many.
     */
    public Map<String, Double> serialisedBytes() throws IOException {
        return StateSizes.of(instruments.values().stream().limit(MOST_PACKED).toList());
    }

    /** The same of all stages together. */
    public double packedBytesPerInstrument() throws IOException {
        return StateSizes.whole(serialisedBytes());
    }

    private InstrumentStates states(LoopLogic logic, String instrument) {
        InstrumentStates states = instruments.get(instrument);
        if (states == null) {
            states = logic.newStates();
            instruments.put(instrument, states);
        }
        return states;
    }
}
