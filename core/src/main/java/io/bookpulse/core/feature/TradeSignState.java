package io.bookpulse.core.feature;

/** Memory of {@link TradeSign}. */
public final class TradeSignState {
    /** Price of the last trade; 0 = none yet. */
    public long priceE8;

    /** Sign of the last price change that was not 0; 0 = none yet. */
    public int direction;
}
