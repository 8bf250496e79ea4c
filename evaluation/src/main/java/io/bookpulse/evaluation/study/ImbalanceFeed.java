package io.bookpulse.evaluation.study;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.util.List;

/** A stream as the imbalance of the book. */
final class ImbalanceFeed implements ColumnFeed {
    @Override
    public void write(Sample sample, double value) {
        sample.set(SampleColumn.IMBALANCE_5, value);
    }

    @Override
    public List<Object> memory() {
        return List.of();
    }
}
