package io.bookpulse.simulation.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TickRowsTest {
    private static final long SECOND = GeneratedMarket.SECOND;

    private static List<TickRow> rows() {
        List<TickRow> rows = new ArrayList<>();
        TickRows.defaults().forEach(rows::add);
        return rows;
    }

    @Test
    void givesTwoHoursOfSecondsByDefault() {
        List<TickRow> rows = rows();

        assertThat(rows).hasSize(7_200);
        for (int i = 0; i < rows.size(); i++) {
            TickRow row = rows.get(i);
            assertThat(row.timestampNanos()).isEqualTo(1_736_121_600L * SECOND + (i + 1) * SECOND);
            assertThat(row.bidE8()).isPositive().isLessThan(row.askE8());
            assertThat(row.bidSizeE8()).isPositive();
            assertThat(row.askSizeE8()).isPositive();
        }
    }

    @Test
    void agreesWithTheBookOfTheEventStream() {
        MarketGeneratorParameters market =
                MarketGeneratorParameters.defaults()
                        .withSize(1, Duration.ofHours(2))
                        .withTruth(InjectionParameters.defaults(), FaultParameters.none());
        double[] depth =
                GeneratedMarket.sample(market, GeneratedMarket.events(market), NaiveBook::topDepth);
        List<TickRow> rows = rows();

        for (int i = 0; i < depth.length; i++) {
            double top = (rows.get(i).bidSizeE8() + rows.get(i).askSizeE8()) / 1e8;
            assertThat(top).isEqualTo(depth[i]);
        }
    }

    @Test
    void showsEveryInjectedSpike() {
        List<TickRow> rows = rows();
        double[] spreads = rows.stream().mapToDouble(r -> (double) r.askE8() - r.bidE8()).toArray();
        double usual = GeneratedMarket.median(spreads);
        List<TruthEvent> spikes =
                TickRows.defaults().truth().stream()
                        .filter(event -> event.type() == TruthType.SPREAD_SPIKE)
                        .toList();

        assertThat(spikes).hasSizeGreaterThan(5);
        for (TruthEvent spike : spikes) {
            assertThat(rows)
                    .anyMatch(
                            row ->
                                    spike.covers(row.timestampNanos())
                                            && row.askE8() - row.bidE8() > 3 * usual);
        }
        assertThat(TickRows.defaults().truth()).noneMatch(event -> event.type().isFault());
    }

    @Test
    void writesIsoTimesAndPlainDecimals() {
        TickRow row =
                new TickRow(
                        1_736_121_601L * SECOND,
                        10_001_000_000L,
                        10_003_000_000L,
                        500_000_000L,
                        1_234_567L,
                        10_003_000_000L,
                        30_000_000L);

        assertThat(TickRow.HEADER)
                .isEqualTo("timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size");
        assertThat(row.toCsv())
                .isEqualTo("2025-01-06T00:00:01Z,100.01,100.03,5,0.01234567,100.03,0.3");
    }

    @Test
    void leavesTradeFieldsEmptyWithoutATrade() {
        TickRow row = new TickRow(0, 100_000_000L, 200_000_000L, 1, 100_000_000L, 0, 0);

        assertThat(row.toCsv()).isEqualTo("1970-01-01T00:00:00Z,1,2,0.00000001,1,,");
    }
}
