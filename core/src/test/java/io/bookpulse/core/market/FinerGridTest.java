package io.bookpulse.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.PatternParameters;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.filter.FilterParameters;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows are spans of time: on a finer grid the samples of whole seconds say the same. */
class FinerGridTest {
    private static MarketParameters onGridOf(Duration interval) {
        FeatureParameters d = FeatureParameters.defaults();
        return new MarketParameters(
                FilterParameters.defaults(),
                BookParameters.defaults(),
                new FeatureParameters(
                        interval,
                        d.staleMax(),
                        d.returnHorizon(),
                        d.spreadWindow(),
                        d.spreadMinSamples(),
                        d.spreadFloorTicks(),
                        d.depthWindow(),
                        d.depthMinSamples(),
                        d.imbalanceLevels(),
                        d.flowWindows(),
                        d.tradeWindows(),
                        d.volumeBaselines(),
                        d.volumeMinBuckets(),
                        d.vwapWindow(),
                        d.varianceWindows(),
                        d.qualityWindow(),
                        d.tickSize(),
                        d.rescaleRatio(),
                        d.season(),
                        d.bars()),
                SpreadSpikeParameters.defaults(),
                DepthCollapseParameters.defaults(),
                PatternParameters.defaults());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "RET_1S",
                "RV_60S",
                "OFI_10S",
                "VWAP_60S",
                "TRADE_IMBALANCE_5S",
                "VOLUME_1S",
                "VOLUME_Z_5S",
                "INTENSITY_5S"
            })
    void wholeSecondsSayTheSame(SampleColumn column) {
        List<MarketEvent> events = withoutSilence();
        TestingMarket coarse = new TestingMarket().events(events);
        TestingMarket fine = new TestingMarket(onGridOf(Duration.ofMillis(250))).events(events);
        int compared = 0;
        // The slot of the first book has no flow, and its length differs: 11 samples forget it.
        for (Sample sample : coarse.out.samples.subList(11, coarse.out.samples.size())) {
            double expected = sample.value(column);
            double found = fine.out.at(sample.eventTimeNanos / 1_000_000_000L).value(column);
            if (!Double.isNaN(expected) && !Double.isNaN(found)) {
                double scale = Math.max(1e-6, Math.abs(expected));
                assertThat(found).isCloseTo(expected, within(1e-9 * scale));
                compared++;
            }
        }

        assertThat(fine.out.samples.size()).isGreaterThan(3 * coarse.out.samples.size());
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void levelsBelowTheBooksDepthAreRefused() {
        FeatureParameters features = FeatureParameters.defaults();
        BookParameters shallow = new BookParameters(5, 100, 10, Duration.ofSeconds(5));

        assertThat(
                        catchThrowable(
                                () ->
                                        new MarketParameters(
                                                FilterParameters.defaults(),
                                                shallow,
                                                features,
                                                SpreadSpikeParameters.defaults(),
                                                DepthCollapseParameters.defaults(),
                                                PatternParameters.defaults())))
                .hasMessageContaining("book.depth is 5, must be at least 10");
    }

    /** A quote every 100 ms, trades in between, starting on a whole second. */
    private static List<MarketEvent> withoutSilence() {
        List<MarketEvent> events = new RandomMarket(81).quotesAndTrades(5000);
        long start = RandomMarket.START_NANOS - RandomMarket.START_NANOS % 5_000_000_000L;
        for (int i = 0; i < events.size(); i++) {
            events.get(i).eventTimeNanos = start + 1 + i * 100_000_000L;
        }
        return events;
    }
}
