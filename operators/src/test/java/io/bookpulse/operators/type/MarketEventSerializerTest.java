package io.bookpulse.operators.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SequenceRule;
import java.io.IOException;
import java.util.Random;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class MarketEventSerializerTest {
    private final TypeSerializer<MarketEvent> serializer = new MarketEventSerializer();
    private final DataOutputSerializer bytes = new DataOutputSerializer(16);

    @Test
    void readsBackWhatItWrote() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            MarketEvent event = event(random);
            serializer.serialize(event, bytes);
            DataInputDeserializer input = new DataInputDeserializer(bytes.getCopyOfBuffer());
            assertThat(serializer.deserialize(input)).usingRecursiveComparison().isEqualTo(event);
            assertThat(input.available()).isZero();
            bytes.clear();
        }
    }

    @Test
    void copiesDeeplyAndAsBytes() throws IOException {
        MarketEvent event = event(new Random(8));
        MarketEvent copy = serializer.copy(event);
        assertThat(copy).usingRecursiveComparison().isEqualTo(event);
        assertThat(copy.bidPricesE8).isNotSameAs(event.bidPricesE8);

        serializer.serialize(event, bytes);
        DataOutputSerializer second = new DataOutputSerializer(16);
        serializer.copy(new DataInputDeserializer(bytes.getCopyOfBuffer()), second);
        assertThat(second.getCopyOfBuffer()).isEqualTo(bytes.getCopyOfBuffer());
    }

    @Test
    void keepsTextsApartAndSharesEqualOnes() throws IOException {
        Random random = new Random(9);
        MarketEvent one = roundTrip(event(random));
        for (int i = 0; i < 20_000; i++) {
            MarketEvent event = event(random);
            event.instrument = "venue:S" + i;
            assertThat(roundTrip(event).instrument).isEqualTo(event.instrument);
        }
        assertThat(roundTrip(one).instrument).isEqualTo(one.instrument);
        assertThat(roundTrip(one).instrument).isSameAs(roundTrip(one).instrument);
    }

    private MarketEvent roundTrip(MarketEvent event) throws IOException {
        bytes.clear();
        serializer.serialize(event, bytes);
        return serializer.deserialize(new DataInputDeserializer(bytes.getCopyOfBuffer()));
    }

    private static MarketEvent event(Random random) {
        MarketEvent event = new MarketEvent();
        event.instrument = "binance:ÄB" + random.nextInt(5);
        event.kind = EventKind.of(random.nextInt(EventKind.values().length));
        event.sequenceRule = SequenceRule.of(random.nextInt(SequenceRule.values().length));
        event.eventTimeNanos = random.nextLong();
        event.receiveTimeNanos = random.nextLong();
        event.firstSequence = random.nextLong();
        event.lastSequence = random.nextLong();
        event.previousSequence = random.nextLong();
        event.source = "file-" + random.nextInt(3) + ".gz";
        event.sourcePosition = random.nextLong();
        int bids = random.nextInt(3) * 40;
        int asks = random.nextInt(200);
        event.bidPricesE8 = random.longs(bids).toArray();
        event.bidSizesE8 = random.longs(bids).toArray();
        event.askPricesE8 = random.longs(asks).toArray();
        event.askSizesE8 = random.longs(asks).toArray();
        event.priceE8 = random.nextLong();
        event.sizeE8 = random.nextLong();
        event.side = (byte) (random.nextInt(3) - 1);
        event.id = random.nextLong();
        event.offBook = random.nextBoolean();
        return event;
    }
}
