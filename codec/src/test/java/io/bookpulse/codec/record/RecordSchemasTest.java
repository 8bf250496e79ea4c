package io.bookpulse.codec.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.avro.MarketEventSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSchemasTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    // The names of the design document, on which others build.
    private static final String SAMPLES =
            "instrument, event_time_ns, mid, spread, spread_bps, weighted_mid, microprice,"
                    + " imbalance_1, imbalance_5, imbalance_10, top_depth, bid_depth_5, ask_depth_5,"
                    + " bid_depth_10, ask_depth_10, ret_1s, vwap_60s, spread_mean_60s,"
                    + " spread_std_60s, spread_z_60s, spread_compression_60s, depth_median_600s,"
                    + " ofi_1s, ofi_10s, trade_imbalance_1s, trade_imbalance_5s,"
                    + " trade_imbalance_30s, volume_1s, volume_z_1s, volume_z_5s, volume_z_30s,"
                    + " intensity_5s, rv_60s, rv_300s, quality, flags";
    private static final String ALERTS =
            "alert_id, instrument, type, phase, severity, direction, onset_time_ns,"
                    + " detect_time_ns, score, threshold, p_value, fdr_pass, regime, evidence, suppressed,"
                    + " source_from, source_to, config_hash, model_versions";
    private static final String BARS =
            "instrument, interval, open_time_ns, close_time_ns, open, high, low, close, volume,"
                    + " quote_volume, trades, taker_buy_base, taker_buy_quote, vwap, momentum,"
                    + " range, activity, regime, regime_probabilities, coverage, revision,"
                    + " model_version, source_from, source_to";
    private static final String REJECTS =
            "instrument, event_time_ns, receive_time_ns, reason, source_position, payload";

    @Test
    void hasTheColumnsThatOthersBuildOn() {
        assertThat(names(RecordSchemas.SAMPLES)).containsSubsequence(SAMPLES.split(", "));
        assertThat(names(RecordSchemas.ALERTS)).containsExactly(ALERTS.split(", "));
        assertThat(names(RecordSchemas.BARS)).containsExactly(BARS.split(", "));
        assertThat(names(RecordSchemas.REJECTS)).containsSubsequence(REJECTS.split(", "));
        assertThat(names(RecordSchemas.LATE)).isEqualTo(names(RecordSchemas.REJECTS));
        assertThat(names(RecordSchemas.MARKET))
                .isEqualTo(
                        MarketEventSchema.SCHEMA.getFields().stream()
                                .map(Schema.Field::name)
                                .toList());
    }

    @Test
    void namesEveryColumnOnceInSnakeCase() {
        for (RecordSchema schema : RecordSchemas.all()) {
            assertThat(names(schema)).doesNotHaveDuplicates();
            assertThat(names(schema)).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"market", "samples", "alerts", "bars", "rejects", "late"})
    void readsAndIsReadByTheStoredSchema(String name) throws IOException {
        Schema stored =
                new Schema.Parser().parse(Files.readString(GOLDEN.resolve(name + ".v1.avsc")));
        Schema now = name.equals("market") ? MarketEventSchema.SCHEMA : schema(name).toAvro();
        assertCompatible(now, stored);
        assertCompatible(stored, now);
    }

    @Test
    void publishesTheJsonSchemaThatItsColumnsGive() throws IOException {
        try (var in = AlertJsonSchema.class.getResourceAsStream("alert.schema.json")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(AlertJsonSchema.text());
        }
    }

    private static void assertCompatible(Schema reader, Schema writer) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static RecordSchema schema(String name) {
        return RecordSchemas.all().stream()
                .filter(schema -> schema.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static List<String> names(RecordSchema schema) {
        return schema.columns().stream().map(Column::name).toList();
    }
}
