package io.bookpulse.bench.micro;

import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.codec.record.AlertCodec;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.core.detector.SampleDetectors;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.market.Market;
import io.bookpulse.core.market.MarketParameters;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.operators.struct.StructSerializer;
import io.bookpulse.operators.type.WireTypes;
import java.io.IOException;
import java.time.Duration;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Per record: an event between subtasks and to Kafka, an instrument's state to a checkpoint. */
@State(Scope.Thread)
public class SerializerBenchmark {
    private static final int WARM_UP = 8_000;
    private static final int BUFFER = 1 << 17;

    private final TypeSerializer<MarketEvent> events =
            WireTypes.MARKET_EVENT.createSerializer(new SerializerConfigImpl());
    private final TypeSerializer<MarketState> states = StructSerializer.of(MarketState.class);
    private final TypeSerializer<SampleDetectorsState> scores =
            StructSerializer.of(SampleDetectorsState.class);
    private final SampleDetectors detectors =
            new SampleDetectors(SampleDetectorsParameters.defaults(), Duration.ofSeconds(1));
    private final SampleDetectorsState detectorsState = detectors.initialState();
    private final SampleCodec sampleCodec = new SampleCodec();
    private final AlertCodec alertCodec = new AlertCodec();
    private final Alert alert = new Alert();
    private final MarketEventCodec codec = new MarketEventCodec();
    private final DataOutputSerializer target = new DataOutputSerializer(BUFFER);
    private final DataInputDeserializer eventBytes = new DataInputDeserializer();
    private final DataInputDeserializer stateBytes = new DataInputDeserializer();
    private final Market market = new Market(MarketParameters.defaults());
    private final MarketState state = market.newState();
    private byte[] event = new byte[0];
    private byte[] stored = new byte[0];

    /** Fills the windows of the state. */
    @Setup(Level.Trial)
    public void warmUp(EventLoop loop, SampleLoop samples) throws IOException {
        samples.lap().forEach(sample -> detectors.update(detectorsState, sample, found -> {}));
        alert.instrument = "sim:S0001";
        alert.type = AlertType.SPREAD_SPIKE;
        alert.evidence = new Evidence[] {Evidence.of("spread_z", 5, 0.02, 4)};
        CountingOutput out = new CountingOutput();
        for (int i = 0; i < WARM_UP; i++) {
            market.update(state, loop.next(), out);
        }
        target.clear();
        states.serialize(state, target);
        stored = target.getCopyOfBuffer();
        target.clear();
        events.serialize(loop.next(), target);
        event = target.getCopyOfBuffer();
    }

    /** An event into a network buffer. */
    @Benchmark
    public int eventWrite(EventLoop loop) throws IOException {
        target.clear();
        events.serialize(loop.next(), target);
        return target.length();
    }

    /** An event out of a network buffer. */
    @Benchmark
    public MarketEvent eventRead() throws IOException {
        eventBytes.setBuffer(event);
        return events.deserialize(eventBytes);
    }

    /** An event as a Kafka message. */
    @Benchmark
    public byte[] eventEncode(EventLoop loop) {
        return codec.encode(loop.next());
    }

    /** A sample as a Kafka message. */
    @Benchmark
    public byte[] sampleEncode(SampleLoop samples) {
        return sampleCodec.toKafka(samples.next());
    }

    /** An alert as a Kafka message. */
    @Benchmark
    public byte[] alertEncode() {
        return alertCodec.toKafka(alert);
    }

    /** The state of an instrument's sample detectors into a checkpoint. */
    @Benchmark
    public int detectorsWrite() throws IOException {
        target.clear();
        scores.serialize(detectorsState, target);
        return target.length();
    }

    /** The market state of an instrument into a checkpoint. */
    @Benchmark
    public int stateWrite() throws IOException {
        target.clear();
        states.serialize(state, target);
        return target.length();
    }

    /** The market state of an instrument out of a checkpoint. */
    @Benchmark
    public MarketState stateRead() throws IOException {
        stateBytes.setBuffer(stored);
        return states.deserialize(stateBytes);
    }

    /** A copy of the market state, as the heap backend takes at a checkpoint. */
    @Benchmark
    public MarketState stateCopy() {
        return states.copy(state);
    }
}
