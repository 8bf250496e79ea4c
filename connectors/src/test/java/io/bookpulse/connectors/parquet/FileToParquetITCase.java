package io.bookpulse.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.Decoded;
import io.bookpulse.codec.TruncatedInputException;
import io.bookpulse.codec.record.Column;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.codec.record.RejectCodec;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.connectors.EntryCheck;
import io.bookpulse.connectors.TestingFlink;
import io.bookpulse.connectors.file.FeedInputs;
import io.bookpulse.connectors.file.FeedSources;
import io.bookpulse.connectors.file.TickFiles;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Reject;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.filter.FilterParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.ExceptionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileToParquetITCase {
    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    /** 2024-08-08 23:59:00 UTC: the samples of these tests pass midnight. */
    private static final long FROM_SECOND = 1_723_161_540;

    private static final int LINES = 120;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "STREAMING"})
    void readsFilesInTheOrderGiven(RuntimeExecutionMode mode) throws Exception {
        TickFiles.write(folder.resolve("a.csv"), FROM_SECOND, LINES);
        TickFiles.write(folder.resolve("b.csv"), FROM_SECOND + LINES, LINES);
        TickFiles.write(folder.resolve("c.csv"), FROM_SECOND + 2 * LINES, LINES);

        List<String> read =
                decoded(environment(mode, 1), folder.toString())
                        .map(value -> value.split + ":" + value.position)
                        .executeAndCollect(4 * LINES);

        List<String> expected = new ArrayList<>();
        for (String file : List.of("a.csv", "b.csv", "c.csv")) {
            for (int line = 2; line <= LINES + 1; line++) {
                expected.add(file + ":" + line);
            }
        }
        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "STREAMING"})
    void writesSamplesThatDuckDbReadsByDayOfTheEvent(RuntimeExecutionMode mode) throws Exception {
        ParquetOutput output = write(mode);
        Path samples = output.folder(RecordSchemas.SAMPLES);

        assertThat(
                        DuckDb.query(
                                samples,
                                "select dt, count(*), min(event_time_ns), max(event_time_ns)"
                                        + " from t group by dt order by dt"))
                .containsExactly(
                        "2024-08-08,60,1723161540000000000,1723161599000000000",
                        "2024-08-09,60,1723161600000000000,1723161659000000000");
        assertThat(
                        DuckDb.query(
                                samples,
                                "select instrument, mid, spread, isnan(vwap_60s), flags, regime,"
                                        + " source_to from t where event_time_ns ="
                                        + " 1723161542000000000"))
                .containsExactly("ticks:a,3.5,0.02,true,5,NORMAL,a.csv:4");
        assertThat(DuckDb.query(samples, "select column_name from (describe t)"))
                .startsWith("instrument", "event_time_ns", "mid", "spread")
                .containsAll(RecordSchemas.SAMPLES.columns().stream().map(Column::name).toList());
        assertThat(
                        DuckDb.query(
                                samples,
                                "select distinct compression from parquet_metadata('"
                                        + samples
                                        + "/*/*.parquet')"))
                .containsExactly("ZSTD");
        assertThat(unfinished(output.directory())).isEmpty();
    }

    @Test
    void writesLateRecordsInTheColumnsOfRejectsAndThoseWithoutTimeUnderNoDay() throws Exception {
        ParquetOutput output = ParquetOutput.prepare(folder.resolve("out"), IfExists.REFUSE);
        Reject timed = reject(FROM_SECOND * 1_000_000_000L, "late");
        Reject timeless = reject(MarketEvent.UNKNOWN, "garbage");
        StreamExecutionEnvironment environment = environment(RuntimeExecutionMode.BATCH, 1);
        environment
                .fromData(TypeInformation.of(Reject.class), timed, timeless)
                .sinkTo(
                        new ParquetSinks(output)
                                .sink(
                                        RecordSchemas.LATE,
                                        new RejectCodec(),
                                        reject -> reject.eventTimeNanos));
        environment.execute();

        assertThat(
                        DuckDb.query(
                                output.folder(RecordSchemas.LATE),
                                "select dt, reason, payload from t order by dt"))
                .hasSize(2)
                .satisfies(
                        rows -> {
                            assertThat(rows.get(0)).startsWith("2024-08-08,");
                            assertThat(rows.get(1)).startsWith("__HIVE_DEFAULT_PARTITION__,");
                        });
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "STREAMING"})
    void leavesNothingBehindWhenATruncatedArchiveEndsTheJob(RuntimeExecutionMode mode)
            throws IOException {
        TickFiles.writeTruncated(folder.resolve("cut.csv.gz"), 20_000);
        ParquetOutput output = ParquetOutput.prepare(folder.resolve("out"), IfExists.REFUSE);
        StreamExecutionEnvironment environment = environment(mode, 1);
        samplesTo(output, decoded(environment, folder.resolve("cut.csv.gz").toString()));

        assertThatThrownBy(environment::execute)
                .satisfies(
                        error ->
                                assertThat(
                                                ExceptionUtils.findThrowable(
                                                        error, TruncatedInputException.class))
                                        .isPresent());
        output.discard();

        assertThat(output.directory()).isEmptyDirectory();
    }

    private ParquetOutput write(RuntimeExecutionMode mode) throws Exception {
        Path input = TickFiles.write(folder.resolve("a.csv"), FROM_SECOND, LINES);
        ParquetOutput output = ParquetOutput.prepare(folder.resolve("out"), IfExists.REFUSE);
        StreamExecutionEnvironment environment = environment(mode, 2);
        samplesTo(output, decoded(environment, input.toString()));
        environment.execute();
        return output;
    }

    private static StreamExecutionEnvironment environment(
            RuntimeExecutionMode mode, int parallelism) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment();
        environment.setRuntimeMode(mode);
        environment.setParallelism(parallelism);
        if (mode == RuntimeExecutionMode.STREAMING) {
            environment.enableCheckpointing(100);
        }
        environment.configure(TestingFlink.withoutRestarts());
        return environment;
    }

    private static DataStream<Decoded> decoded(
            StreamExecutionEnvironment environment, String path) {
        return environment.fromSource(
                FeedSources.of(
                        FeedInputs.parse("ticks:" + path),
                        new EntryCheck(FilterParameters.defaults()),
                        TickFiles.TYPE),
                WatermarkStrategy.noWatermarks(),
                "ticks");
    }

    private static void samplesTo(ParquetOutput output, DataStream<Decoded> decoded) {
        decoded.map(new ToSample())
                .sinkTo(
                        new ParquetSinks(output)
                                .sink(new SampleCodec(), sample -> sample.eventTimeNanos));
    }

    private static Reject reject(long eventTimeNanos, String payload) {
        Reject reject = new Reject();
        reject.reason = RejectReason.LATE;
        reject.eventTimeNanos = eventTimeNanos;
        reject.payload = payload.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        reject.payloadLength = payload.length();
        return reject;
    }

    private static List<Path> unfinished(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".parquet"))
                    .toList();
        }
    }

    /** A sample whose mid is half past the bid size, so that each line has its own value. */
    private static final class ToSample implements MapFunction<Decoded, Sample> {
        private static final long serialVersionUID = 1;

        @Override
        public Sample map(Decoded decoded) {
            MarketEvent event = decoded.event;
            Sample sample = new Sample();
            sample.instrument = event.instrument;
            sample.eventTimeNanos = event.eventTimeNanos;
            sample.set(SampleColumn.MID, event.bidSizesE8[0] / 1e8 + 0.5);
            sample.set(SampleColumn.SPREAD, (event.askPricesE8[0] - event.bidPricesE8[0]) / 1e8);
            sample.flags = 5;
            sample.regime = "NORMAL";
            sample.span("", event.source + ":" + event.sourcePosition);
            return sample;
        }
    }
}
