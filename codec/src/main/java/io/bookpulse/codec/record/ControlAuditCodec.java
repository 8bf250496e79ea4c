package io.bookpulse.codec.record;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.core.control.ControlAudit;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.core.control.Outcome;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * What became of control records: Avro in Parquet, with the record itself as JSON in a column; on
 * Kafka one JSON object a record.
 */
public final class ControlAuditCodec implements RecordCodec<ControlAudit> {
    private static final long serialVersionUID = 1;
    private static final Schema AVRO = RecordSchemas.CONTROL_AUDIT.toAvro();

    @Override
    public RecordSchema schema() {
        return RecordSchemas.CONTROL_AUDIT;
    }

    @Override
    public GenericRecord toAvro(ControlAudit audit) {
        ControlChange change = audit.change;
        GenericData.Record row = new GenericData.Record(AVRO);
        row.put("schema_version", ControlJson.SCHEMA_VERSION);
        row.put("control_id", change.id);
        row.put("version", change.version);
        row.put("kind", change.kind.word());
        row.put("instrument", change.instrument);
        row.put("effective_time_ns", change.effectiveNanos);
        row.put("key", change.key);
        row.put("value", change.value);
        row.put("author", change.author);
        row.put("reason", change.reason);
        row.put("outcome", audit.outcome.name());
        row.put("refusal", audit.refusal);
        row.put("model", change.model.isEmpty() ? "null" : change.model);
        return row;
    }

    @Override
    public ControlAudit fromAvro(GenericRecord row) {
        ControlChange change = new ControlChange();
        change.id = Fields.text(row, "control_id");
        change.version = Fields.whole(row, "version");
        change.kind = kind(Fields.text(row, "kind"));
        change.instrument = Fields.text(row, "instrument");
        change.effectiveNanos = Fields.whole(row, "effective_time_ns");
        change.key = Fields.text(row, "key");
        change.value = Fields.text(row, "value");
        change.author = Fields.text(row, "author");
        change.reason = Fields.text(row, "reason");
        String model = Fields.text(row, "model");
        change.model = model.equals("null") ? "" : model;
        ControlAudit audit = new ControlAudit();
        audit.change = change;
        audit.outcome = Outcome.valueOf(Fields.text(row, "outcome"));
        audit.refusal = Fields.text(row, "refusal");
        return audit;
    }

    @Override
    public byte[] toKafka(ControlAudit audit) {
        return JsonRecords.write(RecordSchemas.CONTROL_AUDIT, toAvro(audit));
    }

    @Override
    public ControlAudit fromKafka(byte[] message) {
        return fromAvro(JsonRecords.read(RecordSchemas.CONTROL_AUDIT, AVRO, message));
    }

    private static ControlKind kind(String word) {
        for (ControlKind kind : ControlKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word + " is no kind of control record");
    }
}
