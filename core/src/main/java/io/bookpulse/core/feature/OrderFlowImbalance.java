package io.bookpulse.core.feature;

/**
 * Order flow at the best prices (DEFINITIONS 2.11; Cont, Kukanov and Stoikov 2014). For successive
 * books with best bid {@code b} of size {@code B} and best ask {@code a} of size {@code A}:
 *
 * <pre>
 * e = B 1{b &gt;= b'} - B' 1{b &lt;= b'} - A 1{a &lt;= a'} + A' 1{a &gt;= a'}      ' = the book before
 * </pre>
 *
 * Positive when demand grows. In units of the instrument; the sum over a window is its imbalance.
 */
public final class OrderFlowImbalance {
    private static final double UNIT = 1e8;

    private OrderFlowImbalance() {}

    /** The contribution {@code e} of one step from one book to the next. O(1). */
    public static double of(TopOfBook before, TopOfBook now) {
        double flow = 0;
        if (now.bidPriceE8 >= before.bidPriceE8) {
            flow += now.bidSizeE8;
        }
        if (now.bidPriceE8 <= before.bidPriceE8) {
            flow -= before.bidSizeE8;
        }
        if (now.askPriceE8 <= before.askPriceE8) {
            flow -= now.askSizeE8;
        }
        if (now.askPriceE8 >= before.askPriceE8) {
            flow += before.askSizeE8;
        }
        return flow / UNIT;
    }
}
