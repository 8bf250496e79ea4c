package io.bookpulse.operators.keyed;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Logic as it was configured, and as it is after changes: one object for each tuning in force, made
 * when the first input under that tuning comes. A look-up costs nothing while nothing was changed.
 *
 * @param <L> type of the logic
 */
public final class TunedLogic<L extends Serializable> implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_KEPT = 1000;

    /**
     * Makes the logic of a tuning.
     *
     * @param <L> type of the logic
     */
    @FunctionalInterface
    public interface Maker<L> extends Serializable {
        /** The logic under a tuning; see {@link io.bookpulse.core.control.TuningTimeline}. */
        L of(String tuning);
    }

    private final L configured;
    private final Maker<L> maker;
    private transient @Nullable Map<String, L> made;

    /**
     * Returns logic that can be tuned.
     *
     * @param configured the logic without changes
     * @param maker makes it anew after changes
     */
    public TunedLogic(L configured, Maker<L> maker) {
        this.configured = configured;
        this.maker = maker;
    }

    /** Returns logic that is never changed, whatever the tuning. */
    public static <L extends Serializable> TunedLogic<L> fixed(L logic) {
        return new TunedLogic<>(logic, tuning -> logic);
    }

    /** The logic without changes. */
    public L configured() {
        return configured;
    }

    /** The logic under a tuning. */
    public L under(String tuning) {
        return tuning.isEmpty() ? configured : changed(tuning);
    }

    private L changed(String tuning) {
        Map<String, L> known = made;
        if (known == null || known.size() > MOST_KEPT) {
            known = new HashMap<>();
            made = known;
        }
        return known.computeIfAbsent(tuning, maker::of);
    }
}
