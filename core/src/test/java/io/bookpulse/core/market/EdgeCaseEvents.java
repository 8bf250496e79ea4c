package io.bookpulse.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.event.EventBuilder;
import io.bookpulse.core.event.Events;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;

/** What the edge cases are made of. */
final class EdgeCaseEvents {
    private static final SampleColumn[] BOOK_VALUES = {
        SampleColumn.MID,
        SampleColumn.SPREAD,
        SampleColumn.WEIGHTED_MID,
        SampleColumn.IMBALANCE_1,
        SampleColumn.TOP_DEPTH,
        SampleColumn.BID_DEPTH_5,
        SampleColumn.RET_1S,
        SampleColumn.OFI_1S,
        SampleColumn.SPREAD_Z_60S,
        SampleColumn.MICROPRICE_DRIFT
    };

    private EdgeCaseEvents() {}

    static EventBuilder quote(long second, String bid, String ask) {
        return Events.quote().atSeconds(second).bid(bid, "5").ask(ask, "3");
    }

    static EventBuilder snapshot(long second, long sequence) {
        return Events.snapshot()
                .atSeconds(second)
                .spot(sequence, sequence)
                .bids("100x5", "99.99x4")
                .asks("100.01x3", "100.02x2");
    }

    static EventBuilder diff(long second, long sequence) {
        return Events.delta().atSeconds(second).spot(sequence, sequence);
    }

    static void assertNothingOfTheBook(Sample sample) {
        for (SampleColumn column : BOOK_VALUES) {
            assertThat(sample.value(column)).as(column.columnName()).isNaN();
        }
    }
}
