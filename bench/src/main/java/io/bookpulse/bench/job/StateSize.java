package io.bookpulse.bench.job;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.measure.Reading;
import io.bookpulse.core.anomaly.Anomaly;
import io.bookpulse.core.anomaly.AnomalyMethod;
import io.bookpulse.core.anomaly.AnomalyParameters;
import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.event.Sample;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import io.bookpulse.operators.struct.StructSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What an instrument takes after the whole input of a case.
 *
 * @param liveBytes heap, all states together, map and keys included
 * @param storedBytes all states as they go into a checkpoint, before the backend does anything
 * @param treesBytes the same of half-space trees, if they were switched on
 * @param birthMicros processor time that making the empty states takes, collecting garbage included
 */
public record StateSize(
        double liveBytes, double storedBytes, double treesBytes, double birthMicros) {
    private static final int BIRTHS = 2_000;

    private static final int BUFFER = 1 << 16;

    /** Measures it on the loop, which has the same states as the pipeline. */
    static StateSize of(PipelineParameters parameters, MarketInput input) throws IOException {
        Trees trees = new Trees(parameters.anomaly().parameters());
        PlainLoop loop = new PlainLoop(parameters, input, trees::sample, alert -> {});
        loop.measure();
        DataOutputSerializer out = new DataOutputSerializer(BUFFER);
        long stored = 0;
        for (InstrumentStates states : loop.states()) {
            stored += stored(states, out);
        }
        double mean = (double) stored / loop.states().size();
        return new StateSize(loop.release(), mean, trees.stored(out), birthMicros(parameters));
    }

    private static double birthMicros(PipelineParameters parameters) {
        LoopLogic logic = new LoopLogic(parameters, sample -> {}, alert -> {});
        List<InstrumentStates> born = births(logic);
        Reading before = Reading.now(0);
        born.addAll(births(logic));
        return Reading.now(BIRTHS).since(before).cpuMicrosPerEvent();
    }

    private static List<InstrumentStates> births(LoopLogic logic) {
        List<InstrumentStates> born = new ArrayList<>(2 * BIRTHS);
        for (int i = 0; i < BIRTHS; i++) {
            born.add(logic.newStates());
        }
        return born;
    }

    private static long stored(InstrumentStates states, DataOutputSerializer out)
            throws IOException {
        out.clear();
        write(states.market(), out);
        write(states.regimes(), out);
        write(states.detectors(), out);
        write(states.anomaly(), out);
        write(states.ensemble(), out);
        write(states.decision(), out);
        return out.length();
    }

    @SuppressWarnings("unchecked") // the serializer of an object's own class
    private static <T> void write(T state, DataOutputSerializer out) throws IOException {
        StructSerializer.of((Class<T>) state.getClass()).serialize(state, out);
    }

    /** Half-space trees on the samples of the first instrument that comes. */
    private static final class Trees {
        private final Anomaly anomaly;
        private final AnomalyState state;
        private String instrument = "";

        Trees(AnomalyParameters parameters) {
            anomaly = new Anomaly(parameters.withMethod(AnomalyMethod.HALF_SPACE_TREES));
            state = anomaly.initialState();
        }

        void sample(Sample sample) {
            if (instrument.isEmpty()) {
                instrument = sample.instrument;
            }
            if (instrument.equals(sample.instrument)) {
                anomaly.update(state, sample, found -> {});
            }
        }

        double stored(DataOutputSerializer out) throws IOException {
            out.clear();
            write(state, out);
            return out.length();
        }
    }
}
