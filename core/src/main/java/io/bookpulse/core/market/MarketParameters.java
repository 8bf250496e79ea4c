package io.bookpulse.core.market;

import io.bookpulse.core.Checks;
import io.bookpulse.core.book.BookParameters;
import io.bookpulse.core.detector.DepthCollapseParameters;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.filter.FilterParameters;
import java.io.Serializable;

/**
 * Everything that {@link Market} can be told.
 *
 * @param filter what events are refused or doubted
 * @param book how books are kept; its depth covers the levels that features look at
 * @param features windows of the features
 * @param spreadSpike when the spread is abnormal
 * @param depthCollapse when the depth is abnormal
 */
public record MarketParameters(
        FilterParameters filter,
        BookParameters book,
        FeatureParameters features,
        SpreadSpikeParameters spreadSpike,
        DepthCollapseParameters depthCollapse)
        implements Serializable {

    /** Checks that a change of any level that features look at is no conflated one. */
    public MarketParameters {
        for (int levels : features.imbalanceLevels()) {
            Checks.atLeast(levels, book.depth(), "book.depth");
        }
    }

    /** The defaults of all parts. */
    public static MarketParameters defaults() {
        return new MarketParameters(
                FilterParameters.defaults(),
                BookParameters.defaults(),
                FeatureParameters.defaults(),
                SpreadSpikeParameters.defaults(),
                DepthCollapseParameters.defaults());
    }
}
