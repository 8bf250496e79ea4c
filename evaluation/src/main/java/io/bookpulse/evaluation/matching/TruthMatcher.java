package io.bookpulse.evaluation.matching;

import io.bookpulse.core.event.Alert;
import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Phase;
import io.bookpulse.simulation.truth.TruthEvent;
import io.bookpulse.simulation.truth.TruthType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matches alerts with truth, one to one, by earliest pairing (DEFINITIONS 12.3).
 *
 * <p>Each true event becomes one label for every type of alert that it ought to raise:
 *
 * <pre>
 * spread-spike     SPREAD_SPIKE
 * depth-collapse   DEPTH_COLLAPSE
 * liquidity-shock  SPREAD_SPIKE, DEPTH_COLLAPSE, LIQUIDITY_SHOCK
 * imbalance-drift  IMBALANCE_DRIFT
 * volume-burst     VOLUME_BURST
 * jump             VOLATILITY_BURST
 * regime-switch    REGIME_CHANGE
 * flash-move       FLASH_MOVE, likewise quote-stuffing, spoof-like and sweep-chain
 * spike-then-regime  SPREAD_SPIKE, SPIKE_THEN_REGIME
 * </pre>
 *
 * <p>Alerts (onsets only) are taken by time of detection. One is near a label of its instrument and
 * type if it lies within {@code [onset - early, end + late]}. Of the labels near it that no alert
 * has found yet it finds the one with the earliest onset; if all near it are found, it is a
 * duplicate; if none is near it, it is a false alarm. Alerts of other types are unscored. Memory
 * and time: O(labels + alerts), times the labels that overlap.
 */
public final class TruthMatcher {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long earlyNanos;
    private final long lateNanos;

    private TruthMatcher(MatchParameters parameters) {
        this.earlyNanos = parameters.early().toNanos();
        this.lateNanos = parameters.late().toNanos();
    }

    /** Returns a matcher with those tolerances. */
    public static TruthMatcher of(MatchParameters parameters) {
        return new TruthMatcher(parameters);
    }

    /** The types of alert that an event of that type ought to raise; empty where none. */
    public static List<AlertType> expected(TruthType type) {
        return switch (type) {
            case SPREAD_SPIKE -> List.of(AlertType.SPREAD_SPIKE);
            case DEPTH_COLLAPSE -> List.of(AlertType.DEPTH_COLLAPSE);
            case LIQUIDITY_SHOCK ->
                    List.of(
                            AlertType.SPREAD_SPIKE,
                            AlertType.DEPTH_COLLAPSE,
                            AlertType.LIQUIDITY_SHOCK);
            case IMBALANCE_DRIFT -> List.of(AlertType.IMBALANCE_DRIFT);
            case VOLUME_BURST -> List.of(AlertType.VOLUME_BURST);
            case JUMP -> List.of(AlertType.VOLATILITY_BURST);
            case REGIME_SWITCH -> List.of(AlertType.REGIME_CHANGE);
            case FLASH_MOVE -> List.of(AlertType.FLASH_MOVE);
            case QUOTE_STUFFING -> List.of(AlertType.QUOTE_STUFFING);
            case SPOOF_LIKE -> List.of(AlertType.SPOOF_LIKE);
            case SWEEP_CHAIN -> List.of(AlertType.SWEEP_CHAIN);
            case SPIKE_THEN_REGIME -> List.of(AlertType.SPREAD_SPIKE, AlertType.SPIKE_THEN_REGIME);
            default -> List.of();
        };
    }

    /**
     * Matches alerts with truth.
     *
     * @param alerts in any order; those that are no onset are ignored
     * @param truth in any order
     * @param instrumentHours instruments times hours that were watched, above 0
     */
    public MatchResult match(List<Alert> alerts, List<TruthEvent> truth, double instrumentHours) {
        Map<AlertType, Tally> tallies = new EnumMap<>(AlertType.class);
        for (TruthType type : TruthType.values()) {
            expected(type).forEach(t -> tallies.computeIfAbsent(t, Tally::new));
        }
        truth.stream()
                .sorted(Comparator.comparingLong(TruthEvent::onsetNanos))
                .forEach(event -> label(event, tallies));
        List<Verdict> verdicts = new ArrayList<>();
        alerts.stream()
                .filter(alert -> alert.phase == Phase.ONSET)
                .sorted(Comparator.comparingLong(alert -> alert.detectTimeNanos))
                .forEach(alert -> verdicts.add(judge(alert, tallies.get(alert.type))));
        List<TypeScore> scores = new ArrayList<>();
        for (Tally tally : tallies.values()) {
            if (tally.labels > 0 || tally.falseAlarms > 0) {
                scores.add(tally.score(instrumentHours));
            }
        }
        return new MatchResult(scores, verdicts);
    }

    private static void label(TruthEvent event, Map<AlertType, Tally> tallies) {
        for (AlertType type : expected(event.type())) {
            Tally tally = tallies.get(type);
            if (tally != null) {
                tally.add(event);
            }
        }
    }

    private Verdict judge(Alert alert, @Nullable Tally tally) {
        if (tally == null) {
            return new Verdict(alert, Outcome.UNSCORED, null);
        }
        Label near = null;
        for (Label label : tally.of(alert.instrument)) {
            if (isNear(alert, label.event)) {
                if (!label.found) {
                    tally.find(label, alert);
                    return new Verdict(alert, Outcome.FOUND, label.event);
                }
                near = near == null ? label : near;
            }
        }
        if (near == null) {
            tally.falseAlarms++;
            return new Verdict(alert, Outcome.FALSE_ALARM, null);
        }
        tally.duplicates++;
        return new Verdict(alert, Outcome.DUPLICATE, near.event);
    }

    private boolean isNear(Alert alert, TruthEvent event) {
        return alert.detectTimeNanos >= event.onsetNanos() - earlyNanos
                && alert.detectTimeNanos <= event.endNanos() + lateNanos;
    }

    /** One event as the target of one type of alert. */
    private static final class Label {
        final TruthEvent event;
        boolean found;

        Label(TruthEvent event) {
            this.event = event;
        }
    }

    /** What was counted for one type of alert. */
    private static final class Tally {
        private final AlertType type;
        private final Map<String, List<Label>> byInstrument = new HashMap<>();
        private final List<Double> delays = new ArrayList<>();
        private int labels;
        private int duplicates;
        private int falseAlarms;

        Tally(AlertType type) {
            this.type = type;
        }

        void add(TruthEvent event) {
            byInstrument
                    .computeIfAbsent(event.instrument(), name -> new ArrayList<>())
                    .add(new Label(event));
            labels++;
        }

        List<Label> of(String instrument) {
            return byInstrument.getOrDefault(instrument, List.of());
        }

        void find(Label label, Alert alert) {
            label.found = true;
            delays.add((alert.detectTimeNanos - label.event.onsetNanos()) / NANOS_PER_SECOND);
        }

        TypeScore score(double instrumentHours) {
            double[] sorted = delays.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            return new TypeScore(
                    type,
                    labels,
                    sorted.length,
                    duplicates,
                    falseAlarms,
                    instrumentHours,
                    median(sorted),
                    nearestRank(sorted, 0.9));
        }

        private static double median(double[] sorted) {
            int n = sorted.length;
            return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        }

        private static double nearestRank(double[] sorted, double share) {
            int n = sorted.length;
            return n == 0 ? Double.NaN : sorted[(int) Math.ceil(share * n) - 1];
        }
    }
}
