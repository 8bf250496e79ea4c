package io.bookpulse.codec.record;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.FdrVerdict;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Alerts: Avro in Parquet, with the evidence as a JSON array in text; on Kafka one JSON object,
 * described by {@link AlertJsonSchema}.
 */
public final class AlertCodec implements RecordCodec<Alert> {
    private static final long serialVersionUID = 1;
    private static final Schema AVRO = RecordSchemas.ALERTS.toAvro();

    @Override
    public RecordSchema schema() {
        return RecordSchemas.ALERTS;
    }

    @Override
    public GenericRecord toAvro(Alert alert) {
        GenericData.Record row = new GenericData.Record(AVRO);
        row.put("alert_id", alert.alertId);
        row.put("instrument", alert.instrument);
        row.put("type", alert.type.word());
        row.put("phase", alert.phase.name());
        row.put("severity", alert.severity.name());
        row.put("direction", alert.direction);
        row.put("onset_time_ns", alert.onsetTimeNanos);
        row.put("detect_time_ns", alert.detectTimeNanos);
        row.put("score", alert.score);
        row.put("threshold", alert.threshold);
        row.put("p_value", alert.pValue);
        row.put("fdr_pass", fdrPass(alert.fdr));
        row.put("regime", alert.regime);
        row.put("evidence", EvidenceJson.write(alert.evidence));
        row.put("suppressed", alert.suppressed);
        row.put("source_from", alert.sourceFrom);
        row.put("source_to", alert.sourceTo);
        row.put("config_hash", alert.configHash);
        row.put("model_versions", alert.modelVersions);
        return row;
    }

    @Override
    public Alert fromAvro(GenericRecord row) {
        Alert alert = new Alert();
        alert.alertId = Fields.text(row, "alert_id");
        alert.instrument = Fields.text(row, "instrument");
        alert.type = type(Fields.text(row, "type"));
        alert.phase = Phase.valueOf(Fields.text(row, "phase"));
        alert.severity = Severity.valueOf(Fields.text(row, "severity"));
        alert.direction = Fields.small(row, "direction");
        alert.onsetTimeNanos = Fields.whole(row, "onset_time_ns");
        alert.detectTimeNanos = Fields.whole(row, "detect_time_ns");
        alert.score = Fields.real(row, "score");
        alert.threshold = Fields.real(row, "threshold");
        alert.pValue = Fields.real(row, "p_value");
        alert.fdr = verdict(row.get("fdr_pass"));
        alert.regime = Fields.text(row, "regime");
        alert.evidence = EvidenceJson.read(Fields.text(row, "evidence"));
        alert.suppressed = Fields.small(row, "suppressed");
        alert.sourceFrom = Fields.text(row, "source_from");
        alert.sourceTo = Fields.text(row, "source_to");
        alert.configHash = Fields.text(row, "config_hash");
        alert.modelVersions = Fields.text(row, "model_versions");
        return alert;
    }

    @Override
    public byte[] toKafka(Alert alert) {
        return JsonRecords.write(RecordSchemas.ALERTS, toAvro(alert));
    }

    @Override
    public Alert fromKafka(byte[] message) {
        return fromAvro(JsonRecords.read(RecordSchemas.ALERTS, AVRO, message));
    }

    private static @Nullable Boolean fdrPass(FdrVerdict verdict) {
        return switch (verdict) {
            case UNTESTED -> null;
            case PASSED -> true;
            case FAILED -> false;
        };
    }

    private static FdrVerdict verdict(@Nullable Object pass) {
        if (pass == null) {
            return FdrVerdict.UNTESTED;
        }
        return (boolean) pass ? FdrVerdict.PASSED : FdrVerdict.FAILED;
    }

    private static AlertType type(String word) {
        for (AlertType type : AlertType.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException(word + " is no alert type");
    }
}
