package io.bookpulse.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleOracleTest {
    private static final double TOLERANCE = 1e-9;
    private static final EnumSet<SampleColumn> NOT_NAIVE =
            EnumSet.of(
                    SampleColumn.SPREAD_BPS,
                    SampleColumn.WEIGHTED_MID,
                    SampleColumn.MICROPRICE,
                    SampleColumn.IMBALANCE_1,
                    SampleColumn.IMBALANCE_5,
                    SampleColumn.IMBALANCE_10,
                    SampleColumn.BID_DEPTH_5,
                    SampleColumn.ASK_DEPTH_5,
                    SampleColumn.BID_DEPTH_10,
                    SampleColumn.ASK_DEPTH_10,
                    SampleColumn.SPREAD_TAIL_Z_60S,
                    SampleColumn.MICROPRICE_DRIFT);

    /** Not the scores either: detectors write them into samples of the market. */
    private static final EnumSet<SampleColumn> COMPARED =
            EnumSet.range(SampleColumn.MID, SampleColumn.MICROPRICE_DRIFT);

    static {
        COMPARED.removeAll(NOT_NAIVE);
        COMPARED.add(SampleColumn.RV_10S);
        COMPARED.add(SampleColumn.RV_600S);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void agreesWithTheDefinitionsRecomputedFromAllEvents(long seed) {
        List<MarketEvent> events = new RandomMarket(seed).quotesAndTrades(15_000);
        List<Sample> samples = new TestingMarket().events(events).end().out.samples;
        NaiveFeatures naive = new NaiveFeatures(events);

        assertThat(samples)
                .extracting(sample -> sample.eventTimeNanos / 1_000_000_000L)
                .isEqualTo(naive.sampleSeconds());
        int[] known = new int[SampleColumn.COUNT];
        for (Sample sample : samples) {
            compare(sample, naive, known);
        }
        for (SampleColumn column : COMPARED) {
            assertThat(known[column.ordinal()]).as(column + " was compared").isGreaterThan(1000);
        }
    }

    private static void compare(Sample sample, NaiveFeatures naive, int[] known) {
        long second = sample.eventTimeNanos / 1_000_000_000L;
        assertThat(QualityFlag.STALE.in(sample.flags)).isEqualTo(naive.isStale(second));
        for (SampleColumn column : COMPARED) {
            double expected = naive.value(second, column);
            double found = sample.value(column);
            if (Double.isNaN(expected)) {
                assertThat(found).as("%s at %d", column, second).isNaN();
            } else {
                double scale = Math.max(1e-3, Math.abs(expected));
                known[column.ordinal()]++;
                assertThat(found)
                        .as("%s at %d", column, second)
                        .isCloseTo(expected, within(TOLERANCE * scale));
            }
        }
    }
}
