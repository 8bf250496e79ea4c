package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.avro.MarketEventCodec;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.testkit.GoldenFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

class SchemaCommandTest {
    private final TestingProgram program = new TestingProgram();

    @Test
    void printsEveryRecordAsTables() {
        assertThat(program.run("schema")).isZero();
        GoldenFile.of("schema.txt").assertMatches(program.out());
    }

    @Test
    void printsSamplesWithTheColumnsThatOthersBuildOn() {
        assertThat(program.run("schema", "samples")).isZero();
        // DESIGN 6
        String names =
                "instrument, event_time_ns, mid, spread, spread_bps, weighted_mid, microprice,"
                        + " imbalance_1, imbalance_5, imbalance_10, top_depth, bid_depth_5,"
                        + " ask_depth_5, bid_depth_10, ask_depth_10, ret_1s, vwap_60s,"
                        + " spread_mean_60s, spread_std_60s, spread_z_60s, spread_compression_60s,"
                        + " depth_median_600s, ofi_1s, ofi_10s, trade_imbalance_1s,"
                        + " trade_imbalance_5s, trade_imbalance_30s, volume_1s, volume_z_1s,"
                        + " volume_z_5s, volume_z_30s, intensity_5s, rv_60s, rv_300s, quality,"
                        + " flags";
        List<String> printed =
                program.out().lines().skip(1).map(line -> line.strip().split(" ")[0]).toList();
        assertThat(printed).contains(names.split(", "));
    }

    @Test
    void printsAvroThatAvroReads() {
        assertThat(program.run("schema", "alerts", "--format", "avro")).isZero();
        Schema schema = new Schema.Parser().parse(program.out());

        assertThat(schema.getFullName()).isEqualTo("io.bookpulse.alerts");
        assertThat(schema.getField("alert_id").schema().getType()).isEqualTo(Schema.Type.STRING);
    }

    /** Whoever writes messages by it must get the fingerprint that the job accepts. */
    @Test
    void printsTheSchemaThatMarketMessagesBear() {
        assertThat(program.run("schema", "market", "--format", "avro")).isZero();
        Schema printed = new Schema.Parser().parse(program.out());

        ByteBuffer message =
                ByteBuffer.wrap(new MarketEventCodec().encode(new MarketEvent()))
                        .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(SchemaNormalization.parsingFingerprint64(printed)).isEqualTo(message.getLong(2));
    }

    @Test
    void printsTheJsonSchemaOfAlerts() {
        assertThat(program.run("schema", "alerts", "--format", "json-schema")).isZero();
        assertThat(program.out()).startsWith("{").contains("\"alert_id\"").contains("$schema");
    }
}
