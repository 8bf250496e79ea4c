package io.bookpulse.connectors.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.codec.record.ColumnCodec;
import io.bookpulse.codec.record.ColumnOutput;
import io.bookpulse.codec.record.RecordCodec;
import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.SampleCodec;
import io.bookpulse.core.event.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written column by column are read by others as those that Avro's Parquet writes. */
class ColumnParquetWriterTest {
    /** Two full row groups and one that is not. */
    private static final int ROWS = 70_000;

    private static final double[] UNUSUAL = {
        Double.NaN, 0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
    };

    @TempDir private Path folder;

    @Test
    void filesAreReadAsThoseOfAvro() throws Exception {
        Path columns = written("columns", new SampleCodec(), ROWS);
        Path rows = written("rows", new ThroughAvro(), ROWS);

        assertThat(DuckDb.query(columns, "select count(*) from t")).containsExactly("" + ROWS);
        assertThat(DuckDb.query(columns, numbered(columns) + " except " + numbered(rows)))
                .isEmpty();
        assertThat(DuckDb.query(columns, numbered(rows) + " except " + numbered(columns)))
                .isEmpty();
        String few = "select sum(flags) from t where event_time_ns between 40000 and 40007";
        assertThat(DuckDb.query(columns, few))
                .isEqualTo(DuckDb.query(rows, few))
                .isNotEqualTo(DuckDb.query(rows, "select sum(flags) from t"));
        assertThat(DuckDb.query(columns, schema(columns)))
                .isEqualTo(DuckDb.query(rows, schema(rows)))
                .hasSizeGreaterThan(50);
        assertThat(DuckDb.query(columns, metadata(columns)))
                .isEqualTo(DuckDb.query(rows, metadata(rows)))
                .hasSize(2);
        assertThat(
                        DuckDb.query(
                                columns,
                                "select row_group_id, row_group_num_rows, stats_min_value,"
                                        + " stats_max_value from parquet_metadata('"
                                        + files(columns)
                                        + "') where path_in_schema = 'event_time_ns'"))
                .containsExactly("0,32768,0,32767", "1,32768,32768,65535", "2,4464,65536,69999");
    }

    @Test
    void aFileWithoutRowsIsEmpty() throws Exception {
        Path columns = written("columns", new SampleCodec(), 0);

        assertThat(DuckDb.query(columns, "select count(*), count(mid) from t"))
                .containsExactly("0,0");
    }

    @Test
    void refusesAValueInAColumnOfAnotherType() throws Exception {
        try (FSDataOutputStream stream = stream(folder.resolve("refused.parquet"))) {
            BulkWriter<Sample> writer = new RecordParquetFactory<>(new TextLast()).create(stream);

            assertThatThrownBy(() -> writer.addElement(new Sample()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("instrument")
                    .hasMessageContaining("holds no floating point");
        }
    }

    private static String numbered(Path folder) {
        return "select * from read_parquet('" + files(folder) + "', file_row_number = true)";
    }

    private static String schema(Path folder) {
        return "select * exclude (file_name) from parquet_schema('" + files(folder) + "')";
    }

    private static String metadata(Path folder) {
        return "select decode(key), decode(value) from parquet_kv_metadata('"
                + files(folder)
                + "') order by 1";
    }

    private static String files(Path folder) {
        return folder + "/*/*.parquet";
    }

    private Path written(String name, RecordCodec<Sample> codec, int rows) throws IOException {
        Path day = Files.createDirectories(folder.resolve(name).resolve("dt=2024-08-08"));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        try (FSDataOutputStream stream = stream(day.resolve("part.parquet"))) {
            BulkWriter<Sample> writer = new RecordParquetFactory<>(codec).create(stream);
            for (int i = 0; i < rows; i++) {
                writer.addElement(sample(i, random));
                writer.flush();
            }
            writer.finish();
        }
        return folder.resolve(name);
    }

    private static FSDataOutputStream stream(Path file) throws IOException {
        return FileSystem.getLocalFileSystem()
                .create(
                        org.apache.flink.core.fs.Path.fromLocalFile(file.toFile()),
                        WriteMode.NO_OVERWRITE);
    }

    private static Sample sample(int number, RandomGenerator random) {
        Sample sample = new Sample();
        sample.instrument = "vénue:" + random.nextInt(300);
        sample.eventTimeNanos = number;
        for (int i = 0; i < sample.values.length; i++) {
            int unusual = random.nextInt(20);
            sample.values[i] = unusual < UNUSUAL.length ? UNUSUAL[unusual] : random.nextGaussian();
        }
        sample.quality = random.nextDouble();
        sample.flags = random.nextLong(64);
        sample.regime = random.nextBoolean() ? "" : "CALM";
        sample.firstSource = "file.csv";
        sample.firstPosition = number;
        sample.lastSource = random.nextInt(10) == 0 ? "" : "file.csv";
        sample.lastPosition = random.nextLong();
        return sample;
    }

    /** The codec of samples as any other: without columns of its own. */
    private record ThroughAvro() implements RecordCodec<Sample> {
        private static final SampleCodec CODEC = new SampleCodec();

        @Override
        public RecordSchema schema() {
            return CODEC.schema();
        }

        @Override
        public GenericRecord toAvro(Sample sample) {
            return CODEC.toAvro(sample);
        }

        @Override
        public Sample fromAvro(GenericRecord columns) {
            return CODEC.fromAvro(columns);
        }

        @Override
        public byte[] toKafka(Sample sample) {
            return CODEC.toKafka(sample);
        }

        @Override
        public Sample fromKafka(byte[] message) {
            return CODEC.fromKafka(message);
        }
    }

    /** Gives a number where the first column is text. */
    private record TextLast() implements ColumnCodec<Sample> {
        @Override
        public void write(Sample sample, ColumnOutput out) {
            out.real(sample.quality);
            out.text(sample.instrument);
        }

        @Override
        public RecordSchema schema() {
            return ThroughAvro.CODEC.schema();
        }

        @Override
        public GenericRecord toAvro(Sample sample) {
            return ThroughAvro.CODEC.toAvro(sample);
        }

        @Override
        public Sample fromAvro(GenericRecord columns) {
            return ThroughAvro.CODEC.fromAvro(columns);
        }

        @Override
        public byte[] toKafka(Sample sample) {
            return ThroughAvro.CODEC.toKafka(sample);
        }

        @Override
        public Sample fromKafka(byte[] message) {
            return ThroughAvro.CODEC.fromKafka(message);
        }
    }
}
