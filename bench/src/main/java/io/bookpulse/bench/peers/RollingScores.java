package io.bookpulse.bench.peers;

import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The 60 s score of each quote from sums that quotes enter and leave. Sums are of the difference to
 * the instrument's first spread, so that squares cancel little. The store's range makes a copy of
 * its keys, so it is asked only for what may have left: from the time up to which was asked before.
 */
final class RollingScores implements Processor<String, byte[], Void, Void> {
    private static final int SUMS_BYTES = 5 * Double.BYTES;

    private final String rowsName;
    private final String sumsName;
    private final MarketEventCodec codec = new MarketEventCodec();

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before
    private KeyValueStore<Bytes, byte[]> rows;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, byte[]> sums;

    private int serial;

    RollingScores(String rowsName, String sumsName) {
        this.rowsName = rowsName;
        this.sumsName = sumsName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        rows = context.getStateStore(rowsName);
        sums = context.getStateStore(sumsName);
    }

    @Override
    public void process(Record<String, byte[]> message) {
        MarketEvent event = codec.decode(message.value(), "bench", 0).event;
        if (event == null || !QuoteRow.isQuote(event)) {
            return;
        }
        double spread = QuoteRow.spread(event);
        ScoreCollector.add(
                event.instrument, score(event.instrument, spread, event.eventTimeMillis()));
    }

    private double score(String instrument, double spread, long millis) {
        byte[] stored = sums.get(instrument);
        ByteBuffer known =
                stored == null
                        ? ByteBuffer.allocate(SUMS_BYTES).putDouble(0, spread)
                        : ByteBuffer.wrap(stored.clone());
        double origin = known.getDouble(0);
        double count = known.getDouble(8);
        double sum = known.getDouble(16);
        double squares = known.getDouble(24);
        long until = millis - SpreadReference.WINDOW_MILLIS;
        long from = stored == null ? until : known.getLong(32);
        if (until > from) {
            for (KeyValue<Bytes, byte[]> gone : take(instrument, from, until)) {
                double value = ByteBuffer.wrap(gone.value).getDouble();
                count--;
                sum -= value;
                squares -= value * value;
                rows.delete(gone.key);
            }
        }
        double value = spread - origin;
        rows.put(key(instrument, millis, serial++), bytes(value));
        count++;
        sum += value;
        squares += value * value;
        known.putDouble(8, count).putDouble(16, sum).putDouble(24, squares);
        sums.put(instrument, known.putLong(32, Math.max(from, until)).array());
        double mean = sum / count;
        return (value - mean) / Math.sqrt((squares - count * mean * mean) / (count - 1));
    }

    /** The rows of an instrument from a time on and before another. */
    private List<KeyValue<Bytes, byte[]>> take(String instrument, long from, long before) {
        List<KeyValue<Bytes, byte[]>> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                rows.range(key(instrument, from, 0), key(instrument, before, 0))) {
            range.forEachRemaining(found::add);
        }
        return found;
    }

    private static Bytes key(String instrument, long millis, int serial) {
        byte[] name = instrument.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(name.length + 1 + Long.BYTES + Integer.BYTES)
                        .put(name)
                        .put((byte) 0)
                        .putLong(millis)
                        .putInt(serial)
                        .array());
    }

    private static byte[] bytes(double value) {
        return ByteBuffer.allocate(Double.BYTES).putDouble(value).array();
    }
}
