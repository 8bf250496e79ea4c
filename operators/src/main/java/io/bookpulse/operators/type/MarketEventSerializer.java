package io.bookpulse.operators.type;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SequenceRule;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Serializer of {@link MarketEvent}: the whole event is laid out in one buffer and moved at once.
 *
 * <pre>
 * int    bytes that follow
 * byte   kind, rule, side, offBook
 * long   eventTime, receiveTime, first, last, previous sequence, sourcePosition, price, size, id
 * short  length of instrument, of source; int bid levels, ask levels
 * bytes  instrument, source (UTF-8)
 * long[] bid prices, bid sizes, ask prices, ask sizes
 * </pre>
 *
 * <p>All little-endian but the leading length. Reading allocates the event and its arrays, no
 * Strings. Not thread-safe: duplicate it, as Flink does.
 */
public final class MarketEventSerializer extends TypeSerializer<MarketEvent> {
    private static final long serialVersionUID = 1L;

    private static final int HEADER_BYTES = 4 + 9 * 8 + 2 + 2 + 4 + 4;
    private static final long[] NO_LEVELS = {};

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private transient byte @Nullable [] scratch;
    private transient @Nullable TextCache texts;
    private transient @Nullable String lastInstrument;
    private transient byte @Nullable [] lastInstrumentBytes;
    private transient @Nullable String lastSource;
    private transient byte @Nullable [] lastSourceBytes;

    /** Returns a serializer with buffers of its own. */
    public MarketEventSerializer() {}

    @Override
    public void serialize(MarketEvent event, DataOutputView target) throws IOException {
        byte[] instrument = instrumentBytes(event.instrument);
        byte[] source = sourceBytes(event.source);
        int bids = event.bidPricesE8.length;
        int asks = event.askPricesE8.length;
        int size = HEADER_BYTES + instrument.length + source.length + 16 * (bids + asks);
        byte[] buffer = buffer(size);
        writeHeader(event, buffer);
        SHORT.set(buffer, 76, (short) instrument.length);
        SHORT.set(buffer, 78, (short) source.length);
        INT.set(buffer, 80, bids);
        INT.set(buffer, 84, asks);
        System.arraycopy(instrument, 0, buffer, HEADER_BYTES, instrument.length);
        int at = HEADER_BYTES + instrument.length;
        System.arraycopy(source, 0, buffer, at, source.length);
        at = put(event.bidPricesE8, bids, buffer, at + source.length);
        at = put(event.bidSizesE8, bids, buffer, at);
        at = put(event.askPricesE8, asks, buffer, at);
        put(event.askSizesE8, asks, buffer, at);
        target.writeInt(size);
        target.write(buffer, 0, size);
    }

    private static void writeHeader(MarketEvent event, byte[] buffer) {
        buffer[0] = (byte) event.kind.ordinal();
        buffer[1] = (byte) event.sequenceRule.ordinal();
        buffer[2] = event.side;
        buffer[3] = (byte) (event.offBook ? 1 : 0);
        LONG.set(buffer, 4, event.eventTimeNanos);
        LONG.set(buffer, 12, event.receiveTimeNanos);
        LONG.set(buffer, 20, event.firstSequence);
        LONG.set(buffer, 28, event.lastSequence);
        LONG.set(buffer, 36, event.previousSequence);
        LONG.set(buffer, 44, event.sourcePosition);
        LONG.set(buffer, 52, event.priceE8);
        LONG.set(buffer, 60, event.sizeE8);
        LONG.set(buffer, 68, event.id);
    }

    @Override
    public MarketEvent deserialize(DataInputView input) throws IOException {
        int size = input.readInt();
        byte[] buffer = buffer(size);
        input.readFully(buffer, 0, size);
        MarketEvent event = readHeader(buffer);
        int instrumentLength = (short) SHORT.get(buffer, 76) & 0xffff;
        int sourceLength = (short) SHORT.get(buffer, 78) & 0xffff;
        int bids = (int) INT.get(buffer, 80);
        int asks = (int) INT.get(buffer, 84);
        int at = HEADER_BYTES;
        event.instrument = texts().text(buffer, at, instrumentLength);
        at += instrumentLength;
        event.source = texts().text(buffer, at, sourceLength);
        at += sourceLength;
        event.bidPricesE8 = longs(buffer, at, bids);
        event.bidSizesE8 = longs(buffer, at + 8 * bids, bids);
        at += 16 * bids;
        event.askPricesE8 = longs(buffer, at, asks);
        event.askSizesE8 = longs(buffer, at + 8 * asks, asks);
        return event;
    }

    private static MarketEvent readHeader(byte[] buffer) {
        MarketEvent event = new MarketEvent();
        event.kind = EventKind.of(buffer[0]);
        event.sequenceRule = SequenceRule.of(buffer[1]);
        event.side = buffer[2];
        event.offBook = buffer[3] != 0;
        event.eventTimeNanos = (long) LONG.get(buffer, 4);
        event.receiveTimeNanos = (long) LONG.get(buffer, 12);
        event.firstSequence = (long) LONG.get(buffer, 20);
        event.lastSequence = (long) LONG.get(buffer, 28);
        event.previousSequence = (long) LONG.get(buffer, 36);
        event.sourcePosition = (long) LONG.get(buffer, 44);
        event.priceE8 = (long) LONG.get(buffer, 52);
        event.sizeE8 = (long) LONG.get(buffer, 60);
        event.id = (long) LONG.get(buffer, 68);
        return event;
    }

    private static int put(long[] values, int count, byte[] buffer, int offset) {
        int at = offset;
        for (int i = 0; i < count; i++, at += 8) {
            LONG.set(buffer, at, values[i]);
        }
        return at;
    }

    private static long[] longs(byte[] buffer, int offset, int count) {
        if (count == 0) {
            return NO_LEVELS;
        }
        long[] values = new long[count];
        for (int i = 0, at = offset; i < count; i++, at += 8) {
            values[i] = (long) LONG.get(buffer, at);
        }
        return values;
    }

    private byte[] buffer(int size) {
        byte[] buffer = scratch;
        if (buffer == null || buffer.length < size) {
            buffer = new byte[Math.max(1024, Integer.highestOneBit(size) << 1)];
            scratch = buffer;
        }
        return buffer;
    }

    private TextCache texts() {
        TextCache cache = texts;
        if (cache == null) {
            cache = new TextCache();
            texts = cache;
        }
        return cache;
    }

    private byte[] instrumentBytes(String instrument) {
        byte[] bytes = lastInstrumentBytes;
        if (bytes == null || !instrument.equals(lastInstrument)) {
            bytes = instrument.getBytes(StandardCharsets.UTF_8);
            lastInstrument = instrument;
            lastInstrumentBytes = bytes;
        }
        return bytes;
    }

    private byte[] sourceBytes(String source) {
        byte[] bytes = lastSourceBytes;
        if (bytes == null || !source.equals(lastSource)) {
            bytes = source.getBytes(StandardCharsets.UTF_8);
            lastSource = source;
            lastSourceBytes = bytes;
        }
        return bytes;
    }

    @Override
    public MarketEvent copy(MarketEvent from) {
        MarketEvent to = new MarketEvent();
        to.instrument = from.instrument;
        to.kind = from.kind;
        to.sequenceRule = from.sequenceRule;
        to.eventTimeNanos = from.eventTimeNanos;
        to.receiveTimeNanos = from.receiveTimeNanos;
        to.firstSequence = from.firstSequence;
        to.lastSequence = from.lastSequence;
        to.previousSequence = from.previousSequence;
        to.source = from.source;
        to.sourcePosition = from.sourcePosition;
        to.bidPricesE8 = Arrays.copyOf(from.bidPricesE8, from.bidPricesE8.length);
        to.bidSizesE8 = Arrays.copyOf(from.bidSizesE8, from.bidSizesE8.length);
        to.askPricesE8 = Arrays.copyOf(from.askPricesE8, from.askPricesE8.length);
        to.askSizesE8 = Arrays.copyOf(from.askSizesE8, from.askSizesE8.length);
        to.priceE8 = from.priceE8;
        to.sizeE8 = from.sizeE8;
        to.side = from.side;
        to.id = from.id;
        to.offBook = from.offBook;
        return to;
    }

    @Override
    public MarketEvent copy(MarketEvent from, MarketEvent reuse) {
        return copy(from);
    }

    @Override
    public MarketEvent deserialize(MarketEvent reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        int size = source.readInt();
        byte[] buffer = buffer(size);
        source.readFully(buffer, 0, size);
        target.writeInt(size);
        target.write(buffer, 0, size); // write(source, size) would not let the target grow
    }

    @Override
    public MarketEvent createInstance() {
        return new MarketEvent();
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<MarketEvent> duplicate() {
        return new MarketEventSerializer();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarketEventSerializer;
    }

    @Override
    public int hashCode() {
        return MarketEventSerializer.class.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<MarketEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** What a checkpoint remembers of the serializer. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<MarketEvent> {
        /** For Flink, which makes it by reflection. */
        public Snapshot() {
            super(MarketEventSerializer::new);
        }
    }
}
