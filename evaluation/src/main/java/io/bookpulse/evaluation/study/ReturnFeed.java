package io.bookpulse.evaluation.study;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.stat.RollingSum;
import io.bookpulse.core.stat.RollingSumState;
import java.util.List;

/** A stream as returns of 1 s in bps, and their realised variances, which exist from half on. */
final class ReturnFeed implements ColumnFeed {
    private static final double BPS = 1e-4;
    private static final int SHORT = 10;
    private static final int LONG = 600;

    private final RollingSum shortSum = new RollingSum(SHORT);
    private final RollingSum longSum = new RollingSum(LONG);
    private final RollingSumState shortState = shortSum.newState();
    private final RollingSumState longState = longSum.newState();

    @Override
    public void write(Sample sample, double value) {
        double square = value * BPS * value * BPS;
        shortSum.push(shortState, square);
        longSum.push(longState, square);
        if (longSum.count(longState) >= LONG / 2) {
            sample.set(SampleColumn.RV_10S, shortSum.sum(shortState));
            sample.set(SampleColumn.RV_600S, longSum.sum(longState));
        }
    }

    @Override
    public List<Object> memory() {
        return List.of(shortState, longState);
    }
}
