package io.bookpulse.jobs.control;

import io.bookpulse.codec.model.ModelException;
import io.bookpulse.codec.text.NearestName;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.core.control.TuningTimeline;
import io.bookpulse.jobs.config.ConfigException;
import io.bookpulse.jobs.config.TunableKeys;
import io.bookpulse.jobs.model.ModelRules;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which control records a job with a certain configuration accepts. A change must name a key that
 * can be tuned, its value must be valid by itself and together with everything that was accepted
 * before, for every pattern and at every time from its own on, and it must have an effect. A model
 * must be one that the job could have started with.
 */
public final class ControlRules implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String CALIBRATED = "calibrated";

    /** Keys that the profile calibrated replaces by what follows from the alarm rate. */
    private static final Set<String> REPLACED =
            Set.of(
                    "anomaly.tail.share",
                    "change-point.bocpd.expected-run",
                    "change-point.bocpd.threshold",
                    "drift.cusum.h",
                    "drift.ewma.limit",
                    "drift.page-hinkley.lambda",
                    "market.spread-spike.threshold",
                    "market.spread-spike.confirm-level",
                    "market.spread-spike.rearm",
                    "volume-burst.rearm",
                    "volume-burst.threshold");

    /** Keys that hold until a calibration brings a threshold, and the threshold. */
    private static final Map<String, String> UNTIL_CALIBRATED =
            Map.of(
                    "market.depth-collapse.ratio", "alarm-rate.thresholds.depth-collapse",
                    "volatility-burst.ratio", "alarm-rate.thresholds.volatility-burst",
                    "volatility-burst.rearm-ratio", "alarm-rate.thresholds.volatility-burst");

    private final ConfigurationTuner tuner;

    /** Returns the rules of a job with that configuration. */
    public ControlRules(ConfigurationTuner tuner) {
        this.tuner = tuner;
    }

    /**
     * Returns what is wrong with a change, in one sentence, or nothing.
     *
     * @param accepted everything that was accepted before
     */
    public Optional<String> refusal(List<ControlChange> accepted, ControlChange change) {
        if (accepted.stream().anyMatch(known -> known.id.equals(change.id))) {
            return Optional.of("It was applied before.");
        }
        return change.isOfModels() ? model(change) : parameter(accepted, change);
    }

    private Optional<String> model(ControlChange change) {
        String kind = change.key.substring(ControlChange.MODEL_PREFIX.length());
        if (change.kind == ControlKind.SET) {
            return Optional.of("A model is brought by 'bookpulse control model', not set.");
        }
        if (change.kind == ControlKind.UNSET) {
            return ModelRules.KINDS.contains(kind)
                    ? Optional.empty()
                    : Optional.of(
                            "There are models of kind "
                                    + String.join(", ", ModelRules.KINDS)
                                    + ", not "
                                    + kind
                                    + ".");
        }
        try {
            ModelRules.of(tuner.with(Map.of()).value()).check(change);
            return Optional.empty();
        } catch (ModelException unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        }
    }

    private Optional<String> parameter(List<ControlChange> accepted, ControlChange change) {
        Set<String> tunable = TunableKeys.all();
        if (!tuner.texts().containsKey(change.key)) {
            return Optional.of(unknown(tunable, change.key));
        }
        if (!tunable.contains(change.key)) {
            return Optional.of(
                    change.key
                            + " cannot change while a job runs: "
                            + TunableKeys.whyFixed(change.key)
                            + ".");
        }
        Optional<String> replaced = replacement(change.key);
        if (replaced.isPresent()) {
            return Optional.of(
                    change.key
                            + " has no effect in profile calibrated, where it follows from "
                            + replaced.get()
                            + ".");
        }
        Optional<String> contradiction = together(accepted, change);
        return contradiction.isEmpty() ? contradiction : alone(change).or(() -> contradiction);
    }

    /** What is wrong with a value whatever else holds. */
    private Optional<String> alone(ControlChange change) {
        return change.kind == ControlKind.SET
                ? problem(Map.of(change.key, change.value))
                : Optional.empty();
    }

    private static String unknown(Set<String> tunable, String key) {
        return "Unknown key "
                + key
                + NearestName.among(tunable, key)
                        .map(near -> ", did you mean " + near + "?")
                        .orElse("; 'bookpulse config explain' lists them all.");
    }

    /** The key that a key follows from under the configuration, if it has no effect itself. */
    private Optional<String> replacement(String key) {
        if (!CALIBRATED.equals(tuner.texts().get("alarm-rate.profile"))) {
            return Optional.empty();
        }
        if (REPLACED.contains(key)) {
            return Optional.of("alarm-rate.false-alarms-per-symbol-day");
        }
        String threshold = UNTIL_CALIBRATED.get(key);
        return threshold != null && Double.parseDouble(tuner.texts().get(threshold)) > 0
                ? Optional.of(threshold)
                : Optional.empty();
    }

    private Optional<String> together(List<ControlChange> accepted, ControlChange change) {
        TuningTimeline timeline = TuningTimeline.of(accepted);
        timeline.add(change);
        Set<Long> times = new TreeSet<>(Set.of(change.effectiveNanos));
        Set<String> patterns = new TreeSet<>();
        for (ControlChange each : timeline.changes()) {
            patterns.add(each.instrument);
            if (each.effectiveNanos > change.effectiveNanos) {
                times.add(each.effectiveNanos);
            }
        }
        Map<String, String> own = timeline.winners(change.instrument, change.effectiveNanos);
        if (change.kind == ControlKind.SET) {
            own.put(change.key, change.value); // even where another record will hide it
        }
        Optional<String> hidden = problem(own);
        if (hidden.isPresent()) {
            return hidden.map(ControlRules::earlier);
        }
        for (String pattern : patterns) {
            for (long time : times) {
                Optional<String> wrong = problem(timeline.winners(pattern, time));
                if (wrong.isPresent()) {
                    return wrong.map(ControlRules::earlier);
                }
            }
        }
        return Optional.empty();
    }

    private static String earlier(String problem) {
        return "Together with earlier changes: " + problem;
    }

    private Optional<String> problem(Map<String, String> changes) {
        try {
            tuner.with(changes);
            return Optional.empty();
        } catch (ConfigException wrong) {
            return Optional.of(
                    wrong.problems().get(0).key()
                            + " = "
                            + wrong.problems().get(0).value()
                            + ": "
                            + wrong.problems().get(0).message()
                            + ".");
        }
    }
}
