package io.bookpulse.codec.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.FdrVerdict;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.event.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private static final String ALERT_JSON =
            "{\"alert_id\":\"00ff\",\"instrument\":\"a:B\",\"type\":\"spread-spike\","
                    + "\"phase\":\"CLEAR\",\"severity\":\"HIGH\",\"direction\":-1,"
                    + "\"onset_time_ns\":5,\"detect_time_ns\":6,\"score\":7.5,\"threshold\":3.0,"
                    + "\"p_value\":null,\"fdr_pass\":null,\"regime\":\"calm\",\"evidence\":[{\"name\":\"spread\","
                    + "\"value\":0.5,\"baseline\":0.1,\"threshold\":null}],\"suppressed\":2,"
                    + "\"source_from\":\"f:1\",\"source_to\":\"f:9\",\"config_hash\":\"c\","
                    + "\"model_versions\":\"\"}";

    @Test
    void carriesSamplesToAvroAndBack() {
        Sample sample = new Sample();
        sample.instrument = "a:B";
        sample.eventTimeNanos = 1_723_161_255_000_000_000L;
        for (SampleColumn column : SampleColumn.values()) {
            sample.set(column, column.ordinal() + 0.25);
        }
        sample.set(SampleColumn.OFI_1S, Double.NaN);
        sample.quality = 0.75;
        sample.flags = 5;
        sample.regime = "calm";
        sample.span("f:1", "f:2");
        GenericRecord row = check(new SampleCodec(), sample);
        assertThat(row.get("mid")).isEqualTo(0.25);
        assertThat(row.get("spread")).isEqualTo(1.25);
        assertThat((double) row.get("ofi_1s")).isNaN();
        assertThat(row.get("flags")).isEqualTo(5L);
    }

    @Test
    void writesSamplesToKafkaAsAvrosOwnEncoderDoes() throws IOException {
        SampleCodec codec = new SampleCodec();
        BinaryMessageEncoder<GenericRecord> avro =
                new BinaryMessageEncoder<>(new GenericData(), codec.schema().toAvro());
        SplittableRandom random = new SplittableRandom(5);
        for (String text : List.of("", "a:B", "\u00e9\u20ac\ud83d\ude00", "x".repeat(3_000))) {
            Sample sample = new Sample();
            sample.instrument = text;
            sample.eventTimeNanos = random.nextLong();
            for (SampleColumn column : SampleColumn.values()) {
                sample.set(column, Double.longBitsToDouble(random.nextLong()));
            }
            sample.set(SampleColumn.MID, -0.0);
            sample.set(SampleColumn.OFI_1S, Double.NaN);
            sample.set(SampleColumn.SPREAD, Double.longBitsToDouble(0x7ff8000000000123L));
            sample.quality = random.nextDouble();
            sample.flags = random.nextLong();
            sample.regime = text;
            sample.span("f:1", text);

            assertThat(codec.toKafka(sample)).isEqualTo(avro.encode(codec.toAvro(sample)).array());
        }
    }

    @Test
    void carriesBarsToAvroAndBack() {
        Bar bar = new Bar();
        bar.instrument = "a:B";
        bar.intervalNanos = 60_000_000_000L;
        bar.openTimeNanos = 120_000_000_000L;
        bar.closeTimeNanos = 179_999_000_000L;
        bar.open = 1;
        bar.high = 4;
        bar.low = 0.5;
        bar.close = 3;
        bar.volume = 10;
        bar.quoteVolume = 25;
        bar.trades = 7;
        bar.takerBuyBase = 6;
        bar.takerBuyQuote = 15;
        bar.vwap = 2.5;
        bar.range = 3.5;
        bar.activity = 1.5;
        bar.regime = "calm";
        bar.regimeProbabilities = new double[] {0.25, 0.75};
        bar.coverage = 1;
        bar.revision = 2;
        GenericRecord row = check(new BarCodec(), bar);
        assertThat(row.get("interval")).isEqualTo("1m");
        assertThat(row.get("quote_volume")).isEqualTo(25.0);
        assertThat((double) row.get("momentum")).isNaN();
    }

    @Test
    void writesIntervalsAsVenuesDo() {
        assertThat(Interval.word(60_000_000_000L)).isEqualTo("1m");
        assertThat(Interval.word(90_000_000_000L)).isEqualTo("90s");
        assertThat(Interval.word(3_600_000_000_000L)).isEqualTo("1h");
        assertThat(Interval.word(172_800_000_000_000L)).isEqualTo("2d");
        assertThat(Interval.word(1_500_000_000L)).isEqualTo("1500000000ns");
        assertThat(Interval.nanos("1500000000ns")).isEqualTo(1_500_000_000L);
        assertThat(Interval.nanos("15m")).isEqualTo(900_000_000_000L);
        assertThatThrownBy(() -> Interval.nanos("m")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void carriesRejectsToAvroAndBackWithNullForUnknownTimes() {
        Reject reject = new Reject();
        reject.receiveTimeNanos = 8;
        reject.reason = RejectReason.BAD_NUMBER;
        reject.detail = "p is no number";
        reject.source = "dir:x.gz";
        reject.sourcePosition = 12;
        reject.payload = new byte[] {0, -1, 10};
        reject.payloadLength = 5000;
        GenericRecord row = check(new RejectCodec(), reject);
        assertThat(row.get("event_time_ns")).isNull();
        assertThat(row.get("receive_time_ns")).isEqualTo(8L);
        assertThat(row.get("source_position")).isEqualTo("dir:x.gz:12");
    }

    @Test
    void keepsALateEventAsAvroJson() {
        MarketEvent event = new MarketEvent();
        event.instrument = "a:B";
        event.kind = EventKind.TRADE;
        event.eventTimeNanos = 5;
        event.source = "f";
        event.sourcePosition = 3;
        Reject late = RejectCodec.ofEvent(event, RejectReason.LATE, "500 ms");
        assertThat(late.reason).isEqualTo(RejectReason.LATE);
        assertThat(late.eventTimeNanos).isEqualTo(5);
        assertThat(new String(late.payload, StandardCharsets.UTF_8))
                .startsWith("{\"instrument\":\"a:B\",\"kind\":\"TRADE\"");
        assertThat(late.payloadLength).isEqualTo(late.payload.length);
        check(new RejectCodec(), late);
    }

    @Test
    void writesAlertsAsOneJsonObject() {
        byte[] message = new AlertCodec().toKafka(alert());
        assertThat(new String(message, StandardCharsets.UTF_8)).isEqualTo(ALERT_JSON);
        GenericRecord row = check(new AlertCodec(), alert());
        assertThat(row.get("evidence"))
                .isEqualTo(
                        "[{\"name\":\"spread\",\"value\":0.5,\"baseline\":0.1,\"threshold\":null}]");
    }

    @Test
    void carriesTheVerdictAsTrueFalseOrNull() {
        AlertCodec codec = new AlertCodec();
        Alert alert = alert();
        assertThat(codec.toAvro(alert).get("fdr_pass")).isNull();
        alert.fdr = FdrVerdict.PASSED;
        assertThat(check(codec, alert).get("fdr_pass")).isEqualTo(true);
        alert.fdr = FdrVerdict.FAILED;
        assertThat(check(codec, alert).get("fdr_pass")).isEqualTo(false);
        assertThat(new String(codec.toKafka(alert), StandardCharsets.UTF_8))
                .contains("\"fdr_pass\":false");
    }

    @Test
    void readsAlertsWithUnknownMembersAndRefusesIncompleteOnes() {
        AlertCodec codec = new AlertCodec();
        String more = ALERT_JSON.replaceFirst("\\{", "{\"new\":{\"x\":[1]},");
        assertSame(codec.fromKafka(bytes(more)), alert());
        for (String bad :
                new String[] {
                    "",
                    "[]",
                    "{}",
                    ALERT_JSON.replace("\"score\":7.5,", ""),
                    "{\"a\"",
                    ALERT_JSON.replace("spread-spike", "other")
                }) {
            assertThatThrownBy(() -> codec.fromKafka(bytes(bad)))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new SampleCodec().fromKafka(bytes("nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Alert alert() {
        Alert alert = new Alert();
        alert.alertId = "00ff";
        alert.instrument = "a:B";
        alert.type = AlertType.SPREAD_SPIKE;
        alert.phase = Phase.CLEAR;
        alert.severity = Severity.HIGH;
        alert.direction = -1;
        alert.onsetTimeNanos = 5;
        alert.detectTimeNanos = 6;
        alert.score = 7.5;
        alert.threshold = 3;
        alert.regime = "calm";
        alert.evidence = new Evidence[] {Evidence.of("spread", 0.5, 0.1, Double.NaN)};
        alert.suppressed = 2;
        alert.sourceFrom = "f:1";
        alert.sourceTo = "f:9";
        alert.configHash = "c";
        return alert;
    }

    /** Round trips through both forms; returns the Avro form, valid by its schema. */
    private static <T> GenericRecord check(RecordCodec<T> codec, T record) {
        GenericRecord row = codec.toAvro(record);
        assertThat(GenericData.get().validate(codec.schema().toAvro(), row)).isTrue();
        assertSame(codec.fromAvro(row), record);
        assertSame(codec.fromKafka(codec.toKafka(record)), record);
        return row;
    }

    /** Field by field and bit by bit, so that NaN equals NaN. */
    private static void assertSame(Object actual, Object expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(expected);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
