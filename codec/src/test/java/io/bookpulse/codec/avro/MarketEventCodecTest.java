package io.bookpulse.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.SequenceRule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class MarketEventCodecTest {
    private final MarketEventCodec codec = new MarketEventCodec();

    @Test
    void namesTheSymbolsOfTheSchemaAsTheEnumsDo() {
        assertThat(symbols("kind")).isEqualTo(names(EventKind.values()));
        assertThat(symbols("sequence_rule")).isEqualTo(names(SequenceRule.values()));
    }

    @Test
    void writesWhatTheAvroLibraryReadsAndWritesTheSame() throws IOException {
        BinaryMessageDecoder<GenericRecord> reader =
                new BinaryMessageDecoder<>(GenericData.get(), MarketEventSchema.SCHEMA);
        BinaryMessageEncoder<GenericRecord> writer =
                new BinaryMessageEncoder<>(GenericData.get(), MarketEventSchema.SCHEMA);
        RandomEvents events = new RandomEvents(1);
        for (int i = 0; i < 5_000; i++) {
            MarketEvent event = events.next();
            byte[] message = codec.encode(event);
            GenericRecord record = reader.decode(message);
            assertSameFields(record, event);
            ByteBuffer written = writer.encode(record);
            assertThat(Arrays.copyOf(written.array(), written.limit())).isEqualTo(message);
        }
    }

    @Test
    void readsBackWhatItWrites() {
        RandomEvents events = new RandomEvents(2);
        for (int i = 0; i < 5_000; i++) {
            MarketEvent event = events.next();
            Decoded decoded = codec.decode(codec.encode(event), "topic/0", 17);
            assertThat(decoded.event).usingRecursiveComparison().isEqualTo(event);
            assertThat(decoded.split).isEqualTo(event.source);
            assertThat(decoded.position).isEqualTo(event.sourcePosition);
        }
    }

    @Test
    void stampsAnEventWithoutASourceWithItsTopicAndOffset() {
        MarketEvent event = new RandomEvents(3).next();
        event.source = "";
        MarketEvent read = codec.decode(codec.encode(event), "topic/0", 17).event;
        assertThat(read).isNotNull();
        assertThat(read.source).isEqualTo("topic/0");
        assertThat(read.sourcePosition).isEqualTo(17);
    }

    @Test
    void rejectsBytesThatAreNoMessage() {
        byte[] good = codec.encode(new RandomEvents(4).next());
        byte[] otherSchema = good.clone();
        otherSchema[5] ^= 1;
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        for (byte[] bytes : Arrays.asList(null, new byte[0], new byte[9], otherSchema, longer)) {
            assertThat(reason(bytes)).isEqualTo(RejectReason.MALFORMED);
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(reason(Arrays.copyOf(good, length))).isEqualTo(RejectReason.MALFORMED);
        }
    }

    @Test
    void rejectsEventsThatContradictThemselves() {
        MarketEvent event = new RandomEvents(5).next();
        event.kind = EventKind.BOOK_DELTA;
        event.bidPricesE8 = new long[] {1, 2};
        event.bidSizesE8 = new long[] {1};
        assertThat(reason(codec.encode(event))).isEqualTo(RejectReason.MALFORMED);
        event.bidSizesE8 = new long[] {1, -1};
        assertThat(reason(codec.encode(event))).isEqualTo(RejectReason.BAD_LEVEL);
        event.bidSizesE8 = new long[] {1, 0};
        event.eventTimeNanos = 0;
        assertThat(reason(codec.encode(event))).isEqualTo(RejectReason.BAD_TIME);
    }

    @Test
    void neverThrowsOnDamagedMessages() {
        SplittableRandom random = new SplittableRandom(6);
        RandomEvents events = new RandomEvents(6);
        int rejected = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = codec.encode(events.next());
            for (int change = 0; change <= random.nextInt(4); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Decoded decoded = codec.decode(bytes, "topic/0", i);
            assertThat(decoded.event == null).isNotEqualTo(decoded.reject == null);
            rejected += decoded.reject == null ? 0 : 1;
        }
        assertThat(rejected).isBetween(1_000, 19_999);
    }

    @Test
    void writesAvroJsonForPeople() {
        MarketEvent event = new MarketEvent();
        event.instrument = "a:B";
        event.kind = EventKind.TRADE;
        event.priceE8 = 5;
        assertThat(MarketEventCodec.toJson(event))
                .startsWith("{\"instrument\":\"a:B\",\"kind\":\"TRADE\",")
                .contains("\"price_e8\":5");
    }

    private RejectReason reason(byte[] message) {
        Decoded decoded = codec.decode(message, "topic/0", 1);
        assertThat(decoded.reject).isNotNull();
        assertThat(decoded.split).isEqualTo("topic/0");
        return decoded.reject.reason;
    }

    private static void assertSameFields(GenericRecord record, MarketEvent event) {
        assertThat(record.get("instrument").toString()).isEqualTo(event.instrument);
        assertThat(record.get("kind").toString()).isEqualTo(event.kind.name());
        assertThat(record.get("sequence_rule").toString()).isEqualTo(event.sequenceRule.name());
        assertThat(record.get("event_time_ns")).isEqualTo(event.eventTimeNanos);
        assertThat(record.get("receive_time_ns")).isEqualTo(event.receiveTimeNanos);
        assertThat(record.get("first_sequence")).isEqualTo(event.firstSequence);
        assertThat(record.get("last_sequence")).isEqualTo(event.lastSequence);
        assertThat(record.get("previous_sequence")).isEqualTo(event.previousSequence);
        assertThat(record.get("source").toString()).isEqualTo(event.source);
        assertThat(record.get("source_position")).isEqualTo(event.sourcePosition);
        assertThat(longs(record.get("bid_prices_e8"))).isEqualTo(event.bidPricesE8);
        assertThat(longs(record.get("bid_sizes_e8"))).isEqualTo(event.bidSizesE8);
        assertThat(longs(record.get("ask_prices_e8"))).isEqualTo(event.askPricesE8);
        assertThat(longs(record.get("ask_sizes_e8"))).isEqualTo(event.askSizesE8);
        assertThat(record.get("price_e8")).isEqualTo(event.priceE8);
        assertThat(record.get("size_e8")).isEqualTo(event.sizeE8);
        assertThat(record.get("side")).isEqualTo((int) event.side);
        assertThat(record.get("id")).isEqualTo(event.id);
        assertThat(record.get("off_book")).isEqualTo(event.offBook);
    }

    private static long[] longs(Object list) {
        return ((List<?>) list).stream().mapToLong(value -> (Long) value).toArray();
    }

    private static List<String> symbols(String field) {
        return MarketEventSchema.SCHEMA.getField(field).schema().getEnumSymbols();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
