package io.bookpulse.bench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.bench.measure.Measurement;
import io.bookpulse.bench.measure.Spread;
import io.bookpulse.bench.report.Figure;
import io.bookpulse.codec.feed.FeedFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTableTest {
    private static final long SECOND = 1_000_000_000L;
    private static final JobCase CASE = new JobCase(1_000, 1, false, FeedFormat.BOOKPULSE);

    private final JobBenchResult result = new JobBenchResult(List.of(CASE, CASE.withHeap(true)));

    @Test
    void showsMediansAndTheRatiosOfEachRound() {
        add(Variant.PASS_THROUGH, 3, 1, 2);
        add(Variant.PLAIN_LOOP, 2, 2, 2);
        add(Variant.PIPELINE, 6, 6, 6);
        assertThat(BenchTable.of(result, CASE).render())
                .containsPattern(
                        "pass-through +500,000 +2\\.00 +1\\.00 +3\\.00 +1\\.00 \\(1\\.00-1\\.00\\) +1\\.00"
                                + " \\(0\\.50-1\\.50\\) +70 +12")
                .containsPattern(
                        "pipeline +500,000 +6\\.00 +6\\.00 +6\\.00 +3\\.00 \\(2\\.00-6\\.00\\) +3\\.00"
                                + " \\(3\\.00-3\\.00\\) +70 +12")
                .containsPattern("market +- +-");
    }

    @Test
    void trustsOnlyWhatLastedASecond() {
        add(Variant.MARKET, 1);
        assertThat(result.isTrustworthy()).isTrue();
        result.add(CASE, Variant.MARKET, new Run(measurement(1, SECOND - 1), 0, 0));
        assertThat(result.isTrustworthy()).isFalse();
    }

    @Test
    void refusesToCompareWhatComputesOtherSamples() {
        Measurement any = measurement(1, SECOND);
        result.check(CASE, Variant.PASS_THROUGH, new Run(any, 0, 0));
        result.check(CASE, Variant.PLAIN_LOOP, new Run(any, 7, 0));
        result.check(CASE, Variant.MARKET, new Run(any, 7, 0));
        assertThatThrownBy(() -> result.check(CASE, Variant.PIPELINE, new Run(any, 8, 0)))
                .hasMessageContaining("pipeline: 8 samples, others computed 7");
        JobCase sameMarket = CASE.withHeap(true);
        assertThat(result.samples(sameMarket)).isEqualTo(7);
        assertThatThrownBy(() -> result.check(sameMarket, Variant.PIPELINE, new Run(any, 8, 0)))
                .hasMessageContaining("heap, binary, pipeline: 8 samples, others computed 7");
    }

    @Test
    void setsRatiosBesideTheirTargets() {
        add(Variant.PASS_THROUGH, 2);
        add(Variant.PLAIN_LOOP, 4);
        add(Variant.MARKET, 5);
        add(Variant.PIPELINE, 6);
        result.add(CASE.withHeap(true), Variant.PIPELINE, new Run(measurement(5, SECOND), 0, 0));
        List<Figure> figures = JobFigures.of(result, "command");
        assertThat(figures)
                .anySatisfy(figure -> isRow(figure, "pass-through", "3 x; 3 to 3", "4 x", "2 x"))
                .anySatisfy(
                        figure ->
                                isRow(
                                        figure,
                                        "plain Java loop",
                                        "1.50 x; 1.50 to 1.50",
                                        "2 x",
                                        "1.30 x"))
                .anySatisfy(
                        figure ->
                                isRow(
                                        figure,
                                        "over heap",
                                        "1.20 x (missed); 1.20 to 1.20",
                                        "1.15 x",
                                        "1.05 x"))
                .anySatisfy(
                        figure ->
                                isRow(
                                        figure,
                                        "allocation",
                                        "0 bytes (aim)",
                                        "64 bytes",
                                        "0 bytes"));
    }

    @Test
    void aGridHasARowForEachCaseAndNoTargets() {
        add(Variant.PASS_THROUGH, 2);
        add(Variant.PLAIN_LOOP, 4);
        add(Variant.MARKET, 5);
        add(Variant.PIPELINE, 6);
        result.add(
                CASE,
                new CheckpointFigures(3, Spread.of(40, 50, 60), 20.4, Spread.of(90), 3 << 20, 0));
        result.fail(CASE.withHeap(true), "no memory left");
        assertThat(GridFigures.of(result, "command"))
                .containsExactly(
                        Figure.plain(
                                "grid: 1,000 instruments, parallelism 1, RocksDB, binary",
                                "pipeline 6.00 us an event (6.00 to 6.00), 70 bytes; market 5.00;"
                                        + " plain loop 4.00; pass through 2.00; 3 x pass-through,"
                                        + " 1.50 x plain loop; 500,000/s; checkpoint: write-back"
                                        + " 20 ms, synchronous 50 ms, 3.0 MB of state",
                                "command"));
    }

    private static void isRow(Figure figure, String name, String value, String must, String aim) {
        assertThat(figure.name()).contains(name);
        assertThat(figure.must()).isEqualTo(must);
        assertThat(figure.aim()).isEqualTo(aim);
        assertThat(figure.measured()).isEqualTo(value);
    }

    private void add(Variant variant, long... cpuMicros) {
        for (long micros : cpuMicros) {
            result.add(CASE, variant, new Run(measurement(micros, 2 * SECOND), 0, 0));
        }
    }

    /** A million events at that cost of each, and 70 bytes, 12 of them behind the keyBy. */
    private static Measurement measurement(long cpuMicros, long wallNanos) {
        return new Measurement(1_000_000, cpuMicros * SECOND, wallNanos, 70_000_000, 12_000_000);
    }
}
