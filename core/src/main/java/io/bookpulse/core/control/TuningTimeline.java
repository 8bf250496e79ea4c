package io.bookpulse.core.control;

import io.bookpulse.core.event.InstrumentPattern;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an instrument at an event time, from a log of changes.
 *
 * <p>For each key, the latest change of each pattern that names the instrument counts, by {@link
 * ControlChange#ORDER}, of those whose effective time has come. Of these, changes that unset drop
 * out, and the most specific pattern wins (an exact name before a pattern, a pattern before {@code
 * *}); between equally specific patterns the later change. So the answer does not depend on the
 * order in which changes were added.
 *
 * <p>The answer is a text of lines {@code key=value}, sorted by key, empty where nothing was
 * changed: equal texts mean equal behaviour. {@link #move} costs O(changes) when something changed,
 * one comparison of times otherwise (see the caller). Not safe for several threads.
 */
public final class TuningTimeline implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<ControlChange> changes = new ArrayList<>();

    /** A timeline of those changes. */
    public static TuningTimeline of(Iterable<ControlChange> changes) {
        TuningTimeline timeline = new TuningTimeline();
        changes.forEach(timeline::add);
        return timeline;
    }

    /** Adds a change; the caller sees to it that its time has not been passed. */
    public void add(ControlChange change) {
        changes.add(change);
    }

    /** How many changes are known. */
    public int size() {
        return changes.size();
    }

    /** All changes, in the order in which they were added. */
    public List<ControlChange> changes() {
        return List.copyOf(changes);
    }

    /**
     * Finds out until when an instrument's tuning holds, after changes became known.
     *
     * @param state the instrument's tuning, changed in place; its text stays what it is unless a
     *     change holds from the beginning of time on
     */
    public void refresh(TuningState state, String instrument) {
        state.text = text(instrument, state.fromNanos);
        state.untilNanos = next(instrument, state.fromNanos);
        state.changes = changes.size();
    }

    /**
     * Moves an instrument's tuning on to the one that holds from {@link TuningState#untilNanos} on.
     */
    public void move(TuningState state, String instrument) {
        state.fromNanos = state.untilNanos;
        refresh(state, instrument);
    }

    /** The tuning that holds for an instrument at an event time. */
    public String text(String instrument, long eventTimeNanos) {
        StringBuilder text = new StringBuilder();
        winners(instrument, eventTimeNanos)
                .forEach((key, winner) -> text.append(key).append('=').append(winner).append('\n'));
        return text.toString();
    }

    /** The value of each changed key that holds for an instrument at an event time. */
    public Map<String, String> winners(String instrument, long eventTimeNanos) {
        Map<String, ControlChange> byKey = new TreeMap<>();
        for (ControlChange change : latest(instrument, eventTimeNanos).values()) {
            if (change.kind != ControlKind.UNSET) {
                byKey.merge(change.key, change, TuningTimeline::stronger);
            }
        }
        Map<String, String> values = new TreeMap<>();
        byKey.forEach((key, change) -> values.put(key, change.value));
        return values;
    }

    /** The change of a key that holds for an instrument at an event time, or null. */
    public @Nullable ControlChange winner(String instrument, long eventTimeNanos, String key) {
        return latest(instrument, eventTimeNanos).values().stream()
                .filter(change -> change.key.equals(key) && change.kind != ControlKind.UNSET)
                .reduce(TuningTimeline::stronger)
                .orElse(null);
    }

    /** Reads a tuning's text back. */
    public static Map<String, String> parse(String text) {
        Map<String, String> values = new TreeMap<>();
        text.lines()
                .forEach(
                        line -> {
                            int equals = line.indexOf('=');
                            values.put(line.substring(0, equals), line.substring(equals + 1));
                        });
        return values;
    }

    /** The latest change of each key and pattern, of those that name the instrument. */
    private Map<String, ControlChange> latest(String instrument, long eventTimeNanos) {
        Map<String, ControlChange> latest = new HashMap<>();
        for (ControlChange change : changes) {
            if (change.effectiveNanos <= eventTimeNanos && names(change, instrument)) {
                latest.merge(change.key + '\n' + change.instrument, change, TuningTimeline::later);
            }
        }
        return latest;
    }

    private long next(String instrument, long afterNanos) {
        long next = Long.MAX_VALUE;
        for (ControlChange change : changes) {
            if (change.effectiveNanos > afterNanos && names(change, instrument)) {
                next = Math.min(next, change.effectiveNanos);
            }
        }
        return next;
    }

    private static boolean names(ControlChange change, String instrument) {
        return new InstrumentPattern(change.instrument).matches(instrument);
    }

    private static ControlChange later(ControlChange a, ControlChange b) {
        return ControlChange.ORDER.compare(a, b) >= 0 ? a : b;
    }

    private static ControlChange stronger(ControlChange a, ControlChange b) {
        int bySpecificity =
                Integer.compare(
                        new InstrumentPattern(a.instrument).specificity(),
                        new InstrumentPattern(b.instrument).specificity());
        return bySpecificity == 0 ? later(a, b) : bySpecificity > 0 ? a : b;
    }
}
