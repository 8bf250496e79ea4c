package io.bookpulse.codec.record;

import io.bookpulse.codec.avro.MarketEventSchema;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.core.control.Outcome;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/**
 * Every record's columns with type, unit and meaning: the one source of truth that Kafka, Parquet,
 * the JSON schema and {@code bookpulse schema} are made from.
 */
public final class RecordSchemas {
    private static final String TIME = "ns since epoch UTC";
    private static final Column INSTRUMENT = text("instrument", "venue:symbol");

    /** Feature vectors on the sample grid. */
    public static final RecordSchema SAMPLES =
            new RecordSchema(
                    "samples",
                    "The state of one instrument as of one point of the sample grid.",
                    samples());

    /** Decided detections. */
    public static final RecordSchema ALERTS =
            new RecordSchema("alerts", "A decided detection with the evidence for it.", alerts());

    /** Trade bars. */
    public static final RecordSchema BARS =
            new RecordSchema(
                    "bars",
                    "The trades of one instrument in [open_time_ns, open_time_ns + interval).",
                    bars());

    /** Inputs that were not used. */
    public static final RecordSchema REJECTS =
            new RecordSchema(
                    "rejects", "An input that was not used, with its original bytes.", rejects());

    /** Events that came too late, in the columns of rejects. */
    public static final RecordSchema LATE =
            new RecordSchema(
                    "late",
                    "An event that came after its time was released; payload is the event in Avro's"
                            + " JSON encoding.",
                    rejects());

    /** What became of control records. */
    public static final RecordSchema CONTROL_AUDIT =
            new RecordSchema(
                    "control-audit",
                    "A change of parameters or models that was asked for, and what became of it.",
                    control());

    /** The input topic and our own files: {@code market-event.avsc} as columns. */
    public static final RecordSchema MARKET =
            new RecordSchema(
                    "market", "One thing that happened in one instrument's market.", market());

    private RecordSchemas() {}

    /** Returns all kinds, in the order in which they are printed. */
    public static List<RecordSchema> all() {
        return List.of(MARKET, SAMPLES, ALERTS, BARS, REJECTS, LATE, CONTROL_AUDIT);
    }

    private static List<Column> samples() {
        List<Column> columns = new ArrayList<>();
        columns.add(INSTRUMENT);
        columns.add(time("event_time_ns", "grid point, a multiple of the sample interval"));
        for (SampleColumn column : SampleColumn.values()) {
            columns.add(real(column.columnName(), column.unit(), column.meaning()));
        }
        columns.add(real("quality", "ratio", "accepted weight in all events of the last 60 s"));
        columns.add(new Column("flags", ColumnType.LONG, "bitmap", flags()));
        columns.add(text("regime", "regime known at this time, empty before the first"));
        columns.add(text("source_from", "first event since the sample before, source:position"));
        columns.add(text("source_to", "last event since the sample before, source:position"));
        return columns;
    }

    private static List<Column> alerts() {
        return List.of(
                text("alert_id", "16 hexadecimal digits, equal in every replay"),
                INSTRUMENT,
                text("type", "one of " + words(AlertType.values(), AlertType::word)),
                text("phase", "one of " + words(Phase.values(), Enum::name)),
                text("severity", "one of " + words(Severity.values(), Enum::name)),
                new Column("direction", ColumnType.INT, "", "1 up, -1 down, 0 none"),
                time("onset_time_ns", "when it began"),
                time("detect_time_ns", "when it could first be known"),
                real("score", "", "the detector's statistic"),
                real("threshold", "", "its limit, in the unit of the score"),
                real("p_value", "probability", "chance of such a score without cause, NaN if none"),
                new Column(
                        "fdr_pass",
                        ColumnType.OPTIONAL_BOOLEAN,
                        "",
                        "whether it stands among all instruments' tests, null if not tested"),
                text("regime", "regime known when it was detected"),
                new Column(
                        "evidence",
                        ColumnType.JSON,
                        "",
                        "array of {name, value, baseline, threshold}, null where there is none"),
                new Column(
                        "suppressed",
                        ColumnType.INT,
                        "count",
                        "same detections that the cooldown held back since the alert before"),
                text("source_from", "first input that it rests on, source:position"),
                text("source_to", "last input that it rests on, source:position"),
                text("config_hash", "hash of the effective configuration"),
                text("model_versions", "versions of the models that took part, or empty"));
    }

    private static List<Column> bars() {
        return List.of(
                INSTRUMENT,
                text("interval", "length: a number and d, h, m, s or ns, for example 1m"),
                time("open_time_ns", "start, included"),
                time("close_time_ns", "start + interval - 1 ms, as venues publish it"),
                real("open", "price", "first trade"),
                real("high", "price", "highest trade"),
                real("low", "price", "lowest trade"),
                real("close", "price", "last trade"),
                real("volume", "size", "traded size"),
                real("quote_volume", "quote currency", "sum of price * size"),
                new Column("trades", ColumnType.LONG, "count", "number of trades"),
                real("taker_buy_base", "size", "size whose aggressor bought"),
                real("taker_buy_quote", "quote currency", "price * size whose aggressor bought"),
                real("vwap", "price", "quote_volume / volume"),
                real("momentum", "log ratio", "ln(close / close of the bar before)"),
                real("range", "ratio", "(high - low) / open"),
                real("activity", "ratio", "volume / mean volume of the last 20 bars with this one"),
                text("regime", "regime known at its end, empty before the first"),
                new Column(
                        "regime_probabilities",
                        ColumnType.DOUBLES,
                        "probability",
                        "of each regime; the calmest first; empty where no model judged it"),
                real("coverage", "ratio", "share of the interval with a valid book"),
                new Column("revision", ColumnType.INT, "count", "0 first, +1 for each correction"),
                text("model_version", "kind and version of the model that judged it, or empty"),
                text("source_from", "first trade, or the bar itself, source:position"),
                text("source_to", "last trade, or the bar itself, source:position"));
    }

    private static List<Column> rejects() {
        return List.of(
                text("instrument", "venue:symbol, empty where the bytes do not tell"),
                maybe("event_time_ns", "exchange time, null where the bytes do not tell"),
                maybe("receive_time_ns", "receive time, null where the bytes do not tell"),
                text("reason", "one of " + words(RejectReason.values(), Enum::name)),
                text("detail", "what exactly is wrong"),
                text("source_position", "source:position, the position from 1"),
                new Column(
                        "payload",
                        ColumnType.BYTES,
                        "",
                        "original bytes, at most " + Reject.PAYLOAD_LIMIT),
                new Column("payload_length", ColumnType.INT, "bytes", "length before it was cut"));
    }

    private static List<Column> control() {
        return List.of(
                new Column("schema_version", ColumnType.INT, "", "version of control records"),
                text("control_id", "16 hexadecimal digits, hash of the record"),
                new Column("version", ColumnType.LONG, TIME, "wall clock of its writing"),
                text("kind", "one of " + words(ControlKind.values(), ControlKind::word)),
                text("instrument", "pattern of the instruments that it is for"),
                time("effective_time_ns", "event time from which it was to hold"),
                text("key", "configuration key, or model. and the model's kind"),
                text("value", "the value, or the model's version, empty to unset"),
                text("author", "who asked for it"),
                text("reason", "why"),
                text("outcome", "one of " + words(Outcome.values(), Enum::name)),
                text("refusal", "why it changes nothing, empty if it was applied"),
                new Column("model", ColumnType.JSON, "", "the model file, null if it is none"));
    }

    private static List<Column> market() {
        List<Column> columns = new ArrayList<>();
        for (Schema.Field field : MarketEventSchema.SCHEMA.getFields()) {
            ColumnType type =
                    switch (field.schema().getType()) {
                        case LONG -> ColumnType.LONG;
                        case INT -> ColumnType.INT;
                        case BOOLEAN -> ColumnType.BOOLEAN;
                        case ARRAY -> ColumnType.LONGS;
                        default -> ColumnType.STRING;
                    };
            columns.add(new Column(field.name(), type, unitOf(field.name()), field.doc()));
        }
        return columns;
    }

    private static String unitOf(String name) {
        return name.endsWith("_ns") ? TIME : name.endsWith("_e8") ? "1e-8" : "";
    }

    private static String flags() {
        return Arrays.stream(QualityFlag.values())
                .map(flag -> flag.bit() + " " + flag.name())
                .collect(Collectors.joining(", "));
    }

    private static <E> String words(E[] values, Function<E, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    }

    private static Column text(String name, String meaning) {
        return new Column(name, ColumnType.STRING, "", meaning);
    }

    private static Column time(String name, String meaning) {
        return new Column(name, ColumnType.LONG, TIME, meaning);
    }

    private static Column maybe(String name, String meaning) {
        return new Column(name, ColumnType.OPTIONAL_LONG, TIME, meaning);
    }

    private static Column real(String name, String unit, String meaning) {
        return new Column(name, ColumnType.DOUBLE, unit, meaning);
    }
}
