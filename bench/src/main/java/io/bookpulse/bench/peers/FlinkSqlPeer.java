package io.bookpulse.bench.peers;

import io.bookpulse.bench.input.MarketInput;
import io.bookpulse.bench.job.BenchCluster;
import io.bookpulse.bench.measure.CpuProbe;
import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.codec.Decoded;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.jobs.pipeline.JobInputs;
import io.bookpulse.jobs.pipeline.PipelineParameters;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

/**
 * Flink SQL on the same files, source and watermarks: the spread's score by an OVER window of 60 s,
 * alone or with MATCH_RECOGNIZE over it for a spike that lasts two quotes.
 */
final class FlinkSqlPeer {
    private static final String SCORES =
            "SELECT instrument, millis, ts, spread,"
                    + " (spread - AVG(spread) OVER w) / STDDEV_SAMP(spread) OVER w AS z"
                    + " FROM quotes WINDOW w AS (PARTITION BY instrument ORDER BY ts"
                    + " RANGE BETWEEN INTERVAL '60' SECOND PRECEDING AND CURRENT ROW)";
    private static final String SPIKES =
            "SELECT instrument, onset, z FROM scores MATCH_RECOGNIZE ("
                    + " PARTITION BY instrument ORDER BY ts"
                    + " MEASURES FIRST(wide.millis) AS onset, LAST(wide.z) AS z"
                    + " ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW"
                    + " PATTERN (calm wide{2}) WITHIN INTERVAL '60' SECOND"
                    + " DEFINE calm AS calm.z < 4, wide AS wide.z >= 4)";

    private final PipelineParameters parameters;
    private final MarketInput input;
    private final SpreadReference reference;

    FlinkSqlPeer(PipelineParameters parameters, MarketInput input, SpreadReference reference) {
        this.parameters = parameters;
        this.input = input;
        this.reference = reference;
    }

    /**
     * Runs the query and compares its results before it says what it cost.
     *
     * @param heap the heap backend instead of RocksDB
     * @param spikes whether to match spikes over the scores
     */
    Measurement measure(boolean heap, boolean spikes) throws Exception {
        ScoreCollector.clear();
        StreamExecutionEnvironment environment = define(heap, spikes);
        try (MiniCluster cluster = BenchCluster.start(environment)) {
            CpuProbe probe = new CpuProbe(ScoreCollector::rows, reference.quotes(), input.events());
            JobID job = BenchCluster.submit(cluster, environment);
            CompletableFuture<JobResult> end = cluster.requestJobResult(job);
            Measurement measurement = probe.await(end);
            BenchCluster.result(end);
            reference.require("Flink SQL", ScoreCollector.rows(), ScoreCollector.last());
            if (spikes) {
                SpikeReference.of(input).require("MATCH_RECOGNIZE", ScoreCollector.spikes());
            }
            return measurement;
        }
    }

    private StreamExecutionEnvironment define(boolean heap, boolean spikes) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, configuration(heap));
        StreamTableEnvironment tables = StreamTableEnvironment.create(environment);
        DataStream<QuoteRow> quotes =
                JobInputs.files(environment, input.inputs(), parameters)
                        .get(0)
                        .flatMap(quotes(), Types.POJO(QuoteRow.class));
        tables.createTemporaryView(
                "quotes",
                quotes,
                Schema.newBuilder()
                        .column("instrument", "STRING")
                        .column("millis", "BIGINT")
                        .column("spread", "DOUBLE")
                        .columnByExpression("ts", "TO_TIMESTAMP_LTZ(millis, 3)")
                        .watermark("ts", "SOURCE_WATERMARK()")
                        .build());
        tables.createTemporaryView("scores", tables.sqlQuery(SCORES));
        tables.toDataStream(tables.sqlQuery("SELECT instrument, z FROM scores"))
                .map(FlinkSqlPeer::collect)
                .returns(Types.BOOLEAN)
                .sinkTo(new DiscardingSink<>());
        if (spikes) {
            tables.toDataStream(tables.sqlQuery(SPIKES))
                    .map(FlinkSqlPeer::collectSpike)
                    .returns(Types.BOOLEAN)
                    .sinkTo(new DiscardingSink<>());
        }
        return environment;
    }

    private static FlatMapFunction<Decoded, QuoteRow> quotes() {
        return (decoded, out) -> {
            MarketEvent event = decoded.event;
            if (event != null && QuoteRow.isQuote(event)) {
                out.collect(QuoteRow.of(event));
            }
        };
    }

    private static boolean collect(Row row) {
        Object score = row.getField(1);
        ScoreCollector.add(
                String.valueOf(row.getField(0)), score instanceof Double z ? z : Double.NaN);
        return true;
    }

    private static boolean collectSpike(Row row) {
        if (row.getField(1) instanceof Long onset) {
            ScoreCollector.addSpike(String.valueOf(row.getField(0)), onset);
        }
        return true;
    }

    private static Configuration configuration(boolean heap) {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(StateBackendOptions.STATE_BACKEND, heap ? "hashmap" : "rocksdb");
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, 1);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
        configuration.set(RestOptions.BIND_PORT, "0");
        return configuration;
    }
}
