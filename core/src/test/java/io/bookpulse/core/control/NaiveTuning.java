package io.bookpulse.core.control;

import io.bookpulse.core.event.InstrumentPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds, by going through the patterns from the most specific one down. */
final class NaiveTuning {
    private NaiveTuning() {}

    static String text(List<ControlChange> changes, String instrument, long time) {
        Set<String> keys = new TreeSet<>();
        changes.forEach(change -> keys.add(change.key));
        StringBuilder text = new StringBuilder();
        for (String key : keys) {
            String value = value(changes, instrument, time, key);
            if (value != null) {
                text.append(key).append('=').append(value).append('\n');
            }
        }
        return text.toString();
    }

    private static String value(
            List<ControlChange> changes, String instrument, long time, String key) {
        ControlChange best = null;
        for (String pattern : new TreeSet<>(changes.stream().map(c -> c.instrument).toList())) {
            List<ControlChange> own = new ArrayList<>();
            for (ControlChange change : changes) {
                if (change.key.equals(key)
                        && change.instrument.equals(pattern)
                        && change.effectiveNanos <= time
                        && new InstrumentPattern(pattern).matches(instrument)) {
                    own.add(change);
                }
            }
            own.sort(
                    Comparator.comparingLong((ControlChange c) -> c.effectiveNanos)
                            .thenComparingLong(c -> c.version));
            ControlChange last = own.isEmpty() ? null : own.get(own.size() - 1);
            if (last != null && last.kind == ControlKind.SET && beats(last, best)) {
                best = last;
            }
        }
        return best == null ? null : best.value;
    }

    private static boolean beats(ControlChange one, ControlChange other) {
        if (other == null) {
            return true;
        }
        int a = new InstrumentPattern(one.instrument).specificity();
        int b = new InstrumentPattern(other.instrument).specificity();
        if (a != b) {
            return a > b;
        }
        return one.effectiveNanos != other.effectiveNanos
                ? one.effectiveNanos > other.effectiveNanos
                : one.version > other.version;
    }
}
