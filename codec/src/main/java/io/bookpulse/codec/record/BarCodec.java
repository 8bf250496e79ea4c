package io.bookpulse.codec.record;

import io.bookpulse.core.event.Bar;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Bars: Avro in Parquet and, in single-object encoding, on Kafka. */
public final class BarCodec implements RecordCodec<Bar> {
    private static final long serialVersionUID = 1;
    private static final AvroMessages MESSAGES = new AvroMessages(RecordSchemas.BARS);

    @Override
    public RecordSchema schema() {
        return RecordSchemas.BARS;
    }

    @Override
    public GenericRecord toAvro(Bar bar) {
        GenericData.Record row = new GenericData.Record(MESSAGES.schema());
        row.put("instrument", bar.instrument);
        row.put("interval", Interval.word(bar.intervalNanos));
        row.put("open_time_ns", bar.openTimeNanos);
        row.put("close_time_ns", bar.closeTimeNanos);
        row.put("open", bar.open);
        row.put("high", bar.high);
        row.put("low", bar.low);
        row.put("close", bar.close);
        row.put("volume", bar.volume);
        row.put("quote_volume", bar.quoteVolume);
        row.put("trades", bar.trades);
        row.put("taker_buy_base", bar.takerBuyBase);
        row.put("taker_buy_quote", bar.takerBuyQuote);
        row.put("vwap", bar.vwap);
        row.put("momentum", bar.momentum);
        row.put("range", bar.range);
        row.put("activity", bar.activity);
        row.put("regime", bar.regime);
        row.put("regime_probabilities", Fields.list(bar.regimeProbabilities));
        row.put("coverage", bar.coverage);
        row.put("revision", bar.revision);
        row.put("model_version", bar.modelVersion);
        row.put("source_from", bar.sourceFrom);
        row.put("source_to", bar.sourceTo);
        return row;
    }

    @Override
    public Bar fromAvro(GenericRecord row) {
        Bar bar = new Bar();
        bar.instrument = Fields.text(row, "instrument");
        bar.intervalNanos = Interval.nanos(Fields.text(row, "interval"));
        bar.openTimeNanos = Fields.whole(row, "open_time_ns");
        bar.closeTimeNanos = Fields.whole(row, "close_time_ns");
        bar.open = Fields.real(row, "open");
        bar.high = Fields.real(row, "high");
        bar.low = Fields.real(row, "low");
        bar.close = Fields.real(row, "close");
        bar.volume = Fields.real(row, "volume");
        bar.quoteVolume = Fields.real(row, "quote_volume");
        bar.trades = Fields.whole(row, "trades");
        bar.takerBuyBase = Fields.real(row, "taker_buy_base");
        bar.takerBuyQuote = Fields.real(row, "taker_buy_quote");
        bar.vwap = Fields.real(row, "vwap");
        bar.momentum = Fields.real(row, "momentum");
        bar.range = Fields.real(row, "range");
        bar.activity = Fields.real(row, "activity");
        bar.regime = Fields.text(row, "regime");
        bar.regimeProbabilities = Fields.reals(row, "regime_probabilities");
        bar.coverage = Fields.real(row, "coverage");
        bar.revision = Fields.small(row, "revision");
        bar.modelVersion = Fields.text(row, "model_version");
        bar.sourceFrom = Fields.text(row, "source_from");
        bar.sourceTo = Fields.text(row, "source_to");
        return bar;
    }

    @Override
    public byte[] toKafka(Bar bar) {
        return MESSAGES.encode(toAvro(bar));
    }

    @Override
    public Bar fromKafka(byte[] message) {
        return fromAvro(MESSAGES.decode(message));
    }
}
