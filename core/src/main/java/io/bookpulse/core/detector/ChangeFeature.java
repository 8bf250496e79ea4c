package io.bookpulse.core.detector;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.util.Locale;

/** What a {@link ChangePoint} can look at: a value made of a sample's columns. */
public enum ChangeFeature {
    /** Column imbalance_5: which side of the book is heavier. */
    IMBALANCE {
        @Override
        double of(Sample sample) {
            return sample.value(SampleColumn.IMBALANCE_5);
        }
    },
    /** {@code ln(bid_depth_5 + ask_depth_5)}: how much liquidity there is. */
    LOG_DEPTH {
        @Override
        double of(Sample sample) {
            return Math.log(
                    sample.value(SampleColumn.BID_DEPTH_5)
                            + sample.value(SampleColumn.ASK_DEPTH_5));
        }
    },
    /** {@code ln(spread_bps)}: what immediacy costs. Not for books pinned at one tick. */
    LOG_SPREAD {
        @Override
        double of(Sample sample) {
            return Math.log(sample.value(SampleColumn.SPREAD_BPS));
        }
    },
    /** {@code ln(1 + volume_1s)}: how much is traded. */
    LOG_VOLUME {
        @Override
        double of(Sample sample) {
            return Math.log1p(sample.value(SampleColumn.VOLUME_1S));
        }
    },
    /** Column ofi_1s: which side grows at the best prices. */
    FLOW {
        @Override
        double of(Sample sample) {
            return sample.value(SampleColumn.OFI_1S);
        }
    },
    /** Column ret_1s: trend, and by its deviation volatility. */
    RETURN {
        @Override
        double of(Sample sample) {
            return sample.value(SampleColumn.RET_1S);
        }
    },
    /** Column trade_imbalance_1s: who trades. Exists only in seconds with trades. */
    TRADE_IMBALANCE {
        @Override
        double of(Sample sample) {
            return sample.value(SampleColumn.TRADE_IMBALANCE_1S);
        }
    };

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The feature's value in a sample, or one that is not finite if it has none. */
    abstract double of(Sample sample);

    /** The name in evidence: {@code log_depth}. */
    String word() {
        return word;
    }
}
