package io.bookpulse.codec.record;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Samples: Avro in Parquet and, in single-object encoding, on Kafka. */
public final class SampleCodec implements ColumnCodec<Sample> {
    private static final long serialVersionUID = 1;
    private static final AvroMessages MESSAGES = new AvroMessages(RecordSchemas.SAMPLES);
    private static final int FIRST_VALUE = 2;

    @Override
    public RecordSchema schema() {
        return RecordSchemas.SAMPLES;
    }

    @Override
    public GenericRecord toAvro(Sample sample) {
        GenericData.Record row = new GenericData.Record(MESSAGES.schema());
        row.put(0, sample.instrument);
        row.put(1, sample.eventTimeNanos);
        for (int i = 0; i < SampleColumn.COUNT; i++) {
            row.put(FIRST_VALUE + i, sample.values[i]);
        }
        row.put("quality", sample.quality);
        row.put("flags", sample.flags);
        row.put("regime", sample.regime);
        row.put("source_from", sample.sourceFrom());
        row.put("source_to", sample.sourceTo());
        return row;
    }

    @Override
    public void write(Sample sample, ColumnOutput out) {
        out.text(sample.instrument);
        out.whole(sample.eventTimeNanos);
        for (double value : sample.values) {
            out.real(value);
        }
        out.real(sample.quality);
        out.whole(sample.flags);
        out.text(sample.regime);
        out.text(sample.sourceFrom());
        out.text(sample.sourceTo());
    }

    @Override
    public Sample fromAvro(GenericRecord row) {
        Sample sample = new Sample();
        sample.instrument = Fields.text(row, "instrument");
        sample.eventTimeNanos = Fields.whole(row, "event_time_ns");
        for (SampleColumn column : SampleColumn.values()) {
            sample.set(column, Fields.real(row, column.columnName()));
        }
        sample.quality = Fields.real(row, "quality");
        sample.flags = Fields.whole(row, "flags");
        sample.regime = Fields.text(row, "regime");
        sample.span(Fields.text(row, "source_from"), Fields.text(row, "source_to"));
        return sample;
    }

    @Override
    public byte[] toKafka(Sample sample) {
        return MESSAGES.encode(this, sample);
    }

    @Override
    public Sample fromKafka(byte[] message) {
        return fromAvro(MESSAGES.decode(message));
    }
}
