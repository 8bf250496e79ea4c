package io.bookpulse.jobs.run;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Hears the alerts of an embedded job: counts onsets by type, and keeps them for scoring. */
final class AlertTally implements Consumer<Alert> {
    private final List<Alert> alerts = Collections.synchronizedList(new ArrayList<>());
    private final Consumer<Alert> next;

    AlertTally(Consumer<Alert> next) {
        this.next = next;
    }

    @Override
    public void accept(Alert alert) {
        alerts.add(alert);
        next.accept(alert);
    }

    List<Alert> onsets() {
        synchronized (alerts) {
            return alerts.stream().filter(alert -> alert.phase == Phase.ONSET).toList();
        }
    }

    /** Onsets by the word of their type. */
    Map<String, Long> onsetsByType() {
        Map<String, Long> counts = new TreeMap<>();
        for (Alert alert : onsets()) {
            counts.merge(alert.type.word(), 1L, Long::sum);
        }
        return counts;
    }

    /** Alerts of all phases. */
    long size() {
        return alerts.size();
    }
}
