package io.bookpulse.codec.record;

import io.bookpulse.codec.avro.AvroOutput;

/** Columns as the fields of an Avro record. */
final class AvroColumns implements ColumnOutput {
    private final AvroOutput output;

    AvroColumns(AvroOutput output) {
        this.output = output;
    }

    @Override
    public void text(String value) {
        output.text(value);
    }

    @Override
    public void whole(long value) {
        output.number(value);
    }

    @Override
    public void real(double value) {
        output.real(value);
    }
}
