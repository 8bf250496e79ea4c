package io.bookpulse.core.market;

import io.bookpulse.core.Checks;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.ExcursionParameters;
import io.bookpulse.core.detector.PatternParameters;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.filter.FilterParameters;
import java.io.Serializable;
import java.time.Duration;

/**
 * Everything that {@link Market} can be told.
 *
 * @param filter what events are refused or doubted
 * @param book how books are kept; its depth covers the levels that features look at
 * @param features windows of the features
 * @param spreadSpike when the spread is abnormal
 * @param depthCollapse when the depth is abnormal
 * @param pattern what the further patterns are made of
 */
public record MarketParameters(
        FilterParameters filter,
        BookParameters book,
        FeatureParameters features,
        SpreadSpikeParameters spreadSpike,
        DepthCollapseParameters depthCollapse,
        PatternParameters pattern)
        implements Serializable {

    /** Within this long after its entry a spread spike must be confirmed (DEFINITIONS 8.8, P1). */
    private static final Duration SPIKE_WITHIN = Duration.ofSeconds(2);

    /** Within this long after leaving normal a depth collapse must be confirmed (P2). */
    private static final Duration COLLAPSE_WITHIN = Duration.ofSeconds(5);

    /**
     * Checks that a change of any level that features look at is no conflated one, and that the
     * confirmations asked for fit into their patterns: alerts would vanish otherwise.
     */
    public MarketParameters {
        for (int levels : features.imbalanceLevels()) {
            Checks.atLeast(levels, book.depth(), "book.depth");
        }
        fits(spreadSpike.excursion(), features, SPIKE_WITHIN, "spread-spike");
        fits(depthCollapse.excursion(), features, COLLAPSE_WITHIN, "depth-collapse");
    }

    private static void fits(
            ExcursionParameters excursion,
            FeatureParameters features,
            Duration within,
            String name) {
        double most = Math.floorDiv(within.toNanos(), features.sampleInterval().toNanos());
        Checks.inRange(0, most, excursion.confirmations(), name + ".excursion.confirmations");
    }

    /** The defaults of all parts. */
    public static MarketParameters defaults() {
        return new MarketParameters(
                FilterParameters.defaults(),
                BookParameters.defaults(),
                FeatureParameters.defaults(),
                SpreadSpikeParameters.defaults(),
                DepthCollapseParameters.defaults(),
                PatternParameters.defaults());
    }
}
