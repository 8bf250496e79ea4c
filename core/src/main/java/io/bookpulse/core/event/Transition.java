package io.bookpulse.core.event;

/**
 * A live value's step into, within or out of its abnormal zone, seen on the event clock against the
 * last frozen baseline (DESIGN 4). The only input of the CEP patterns: thresholds are applied
 * before, and travel with it.
 */
public final class Transition {
    /** The quantity that moved. */
    public enum Quantity {
        /** Quoted spread; abnormal is high. */
        SPREAD,
        /** Size at the best prices; abnormal is low. */
        DEPTH,
        /** The mid, against where it stood seconds before; confirmed when it came back. */
        MOVE,
        /** Changed levels a second, most of them withdrawn. */
        QUOTE_RATE,
        /** A level far larger than usual; confirmed when it was withdrawn. */
        WALL,
        /** Trades of one sign through several prices at once. */
        SWEEP,
        /** The published regime; it entered another one. */
        REGIME
    }

    /** The step that it took. */
    public enum Step {
        /** Left the normal zone, not yet abnormal. */
        LEFT_NORMAL,
        /** Crossed the alarm limit: an excursion begins. */
        ENTERED,
        /** A sample on the grid found it still abnormal; {@link #confirmations} counts them. */
        CONFIRMED,
        /** A trade on the other side of the book while a wall stood. */
        TRADED,
        /** The score passed into a higher class of severity. */
        WORSENED,
        /** Came back past the re-arm limit: the excursion ends. */
        CLEARED
    }

    /** {@code venue:symbol}. */
    public String instrument = "";

    public Quantity quantity = Quantity.SPREAD;
    public Step step = Step.ENTERED;

    /** When the step happened, ns since epoch UTC. */
    public long eventTimeNanos;

    /** When the excursion entered the abnormal zone; the step's own time for LEFT_NORMAL. */
    public long onsetTimeNanos;

    /** Counts an instrument's transitions: orders those of one time. */
    public long number;

    /** Samples that found it abnormal since it entered. */
    public int confirmations;

    /** The live value, in its own unit. */
    public double value = Double.NaN;

    /** Mean spread or median depth that it is compared with, same unit. */
    public double baseline = Double.NaN;

    /** Standard deviation behind the score (spread), or NaN. */
    public double scale = Double.NaN;

    /** The standardised distance: z for the spread, baseline over value for the depth. */
    public double score = Double.NaN;

    /** The limit on the score. */
    public double threshold = Double.NaN;

    /** Tail probability of the score where a distribution is known, or NaN. */
    public double pValue = Double.NaN;

    /** The same of a score at the threshold. */
    public double thresholdPValue = Double.NaN;

    /** The largest score since it entered, and the value at it. */
    public double worstScore = Double.NaN;

    public double worstValue = Double.NaN;

    /** Highest class of severity that it deserves so far, whatever its score. */
    public Severity mostSeverity = Severity.HIGH;

    /** +1 up or buying or a bid, -1 down or selling or an ask, 0 where neither applies. */
    public int direction;

    /** Price of the level, last price of the sweep, or where the mid stood before the move; E8. */
    public long priceE8;

    /** Level of a wall, 1 = best; prices that a sweep went through; else 0. */
    public int levels;

    /** Share that came back or was withdrawn; cancellations per trade; NaN where none applies. */
    public double share = Double.NaN;

    /** The regime that was entered, or empty. */
    public String regime = "";

    /** Bitmap of {@link QualityFlag} of the book at this time. */
    public long flags;

    /** Position of the event that entered, and of the one at this step, {@code source:position}. */
    public String sourceFrom = "";

    public String sourceTo = "";

    /** Changes of parameters in force, see {@link io.bookpulse.core.control.TuningTimeline}. */
    public String tuning = "";
}
