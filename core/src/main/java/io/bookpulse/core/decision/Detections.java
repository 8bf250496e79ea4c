package io.bookpulse.core.decision;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Severity;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;

/**
 * Turns transitions, and the patterns that they matched, into detections with full evidence. Pure;
 * allocates the detection. Evidence names: {@code spread} and {@code top_depth} with their baseline
 * (the depth's limit in its own unit), {@code ..._score} with its threshold, {@code ..._deviation},
 * {@code depth_severity} (1 - depth / limit, 0 to 1), {@code worst_...}, {@code duration_seconds}.
 */
public final class Detections {
    private static final double NONE = Double.NaN;
    private static final double NANOS_PER_SECOND = 1e9;

    private Detections() {}

    /**
     * The onset of a spread spike: score and value are the worst up to its confirmation; the
     * probability is that of the score at entry, an upper bound.
     *
     * @param entered the step into the abnormal zone
     * @param confirmed the step that confirmed the same excursion
     */
    public static Detection spreadSpike(Transition entered, Transition confirmed) {
        return onset(AlertType.SPREAD_SPIKE, entered, confirmed);
    }

    /**
     * The onset of a depth collapse: score and value are the worst up to its confirmation.
     *
     * @param entered the step into the abnormal zone
     * @param confirmed the step that confirmed the same excursion
     */
    public static Detection depthCollapse(Transition entered, Transition confirmed) {
        return onset(AlertType.DEPTH_COLLAPSE, entered, confirmed);
    }

    /**
     * The onset of a liquidity shock, a spread spike and a depth collapse together. It began with
     * the first of both, is known with the last; the score is the larger score / threshold, the
     * threshold 1, and the severity at most that of its parts. Evidence {@code
     * spread_onset_seconds} and {@code depth_onset_seconds} say how long after the onset each part
     * began, exact to the nanosecond.
     *
     * @param spread the confirmation of the spread spike
     * @param depth the confirmation of the depth collapse
     */
    public static Detection liquidityShock(Transition spread, Transition depth) {
        boolean spreadFirst = spread.onsetTimeNanos <= depth.onsetTimeNanos;
        boolean spreadLast = spread.eventTimeNanos > depth.eventTimeNanos;
        Detection shock = new Detection();
        shock.instrument = spread.instrument;
        shock.type = AlertType.LIQUIDITY_SHOCK;
        shock.onsetTimeNanos = Math.min(spread.onsetTimeNanos, depth.onsetTimeNanos);
        shock.detectTimeNanos = Math.max(spread.eventTimeNanos, depth.eventTimeNanos);
        shock.score = Math.max(ratio(spread), ratio(depth));
        shock.threshold = 1;
        shock.mostSeverity = deserved(spread).atLeast(deserved(depth));
        shock.sourceFrom = spreadFirst ? spread.sourceFrom : depth.sourceFrom;
        shock.sourceTo = spreadLast ? spread.sourceTo : depth.sourceTo;
        shock.evidence =
                join(
                        join(worst(spread, ""), worst(depth, "")),
                        since("spread_onset_seconds", shock, spread),
                        since("depth_onset_seconds", shock, depth));
        return shock;
    }

    /** The escalation that a WORSENED step asks for: score and value are the step's. */
    public static Detection worsened(Transition transition) {
        Detection detection = of(transition, Phase.ESCALATE);
        detection.score = transition.score;
        detection.pValue = transition.pValue;
        detection.evidence = measured(transition, "", transition.value, transition.score);
        return detection;
    }

    /**
     * The end that a CLEARED step says: score is the worst of the whole excursion, evidence adds
     * the last value and the duration. After an end by blindness value and baseline are NaN.
     */
    public static Detection cleared(Transition transition) {
        Detection detection = of(transition, Phase.CLEAR);
        detection.score = transition.worstScore;
        double seconds = (transition.eventTimeNanos - transition.onsetTimeNanos) / NANOS_PER_SECOND;
        detection.evidence =
                join(
                        worst(transition, "worst_"),
                        Evidence.of(name(transition), transition.value, transition.baseline, NONE),
                        Evidence.of("duration_seconds", seconds, NONE, NONE));
        return detection;
    }

    private static Detection onset(AlertType type, Transition entered, Transition confirmed) {
        Detection detection = of(confirmed, Phase.ONSET);
        detection.type = type;
        detection.onsetTimeNanos = entered.eventTimeNanos;
        detection.sourceFrom = entered.sourceTo;
        detection.score = confirmed.worstScore;
        detection.pValue = entered.pValue;
        detection.evidence =
                join(
                        worst(confirmed, ""),
                        Evidence.of(
                                name(entered) + "_at_onset",
                                entered.value,
                                entered.baseline,
                                NONE));
        if (!Double.isNaN(entered.pValue)) {
            detection.evidence =
                    join(
                            detection.evidence,
                            Evidence.of("p_value", entered.pValue, NONE, entered.thresholdPValue));
        }
        return detection;
    }

    private static Detection of(Transition transition, Phase phase) {
        boolean spread = transition.quantity == Quantity.SPREAD;
        Detection detection = new Detection();
        detection.instrument = transition.instrument;
        detection.type = spread ? AlertType.SPREAD_SPIKE : AlertType.DEPTH_COLLAPSE;
        detection.phase = phase;
        detection.direction = spread ? 1 : -1;
        detection.onsetTimeNanos = transition.onsetTimeNanos;
        detection.detectTimeNanos = transition.eventTimeNanos;
        detection.threshold = transition.threshold;
        detection.mostSeverity = transition.mostSeverity;
        detection.sourceFrom = transition.sourceFrom;
        detection.sourceTo = transition.sourceTo;
        return detection;
    }

    private static Evidence[] worst(Transition step, String prefix) {
        return measured(step, prefix, step.worstValue, step.worstScore);
    }

    private static Evidence[] measured(Transition step, String prefix, double value, double score) {
        Evidence ofScore = Evidence.of(prefix + name(step) + "_score", score, NONE, step.threshold);
        if (step.quantity == Quantity.SPREAD) {
            return new Evidence[] {
                Evidence.of(prefix + "spread", value, step.baseline, NONE),
                ofScore,
                Evidence.of("spread_deviation", step.scale, NONE, NONE)
            };
        }
        double limit = step.baseline / step.threshold;
        double severity = Math.max(0, 1 - step.threshold / score);
        return new Evidence[] {
            Evidence.of(prefix + "top_depth", value, step.baseline, limit),
            ofScore,
            Evidence.of("depth_severity", severity, NONE, NONE)
        };
    }

    private static String name(Transition transition) {
        return transition.quantity == Quantity.SPREAD ? "spread" : "top_depth";
    }

    private static double ratio(Transition transition) {
        return transition.worstScore / transition.threshold;
    }

    private static Severity deserved(Transition part) {
        return Severity.ofRatio(ratio(part)).atMost(part.mostSeverity);
    }

    private static Evidence since(String name, Detection shock, Transition part) {
        double seconds = (part.onsetTimeNanos - shock.onsetTimeNanos) / NANOS_PER_SECOND;
        return Evidence.of(name, seconds, NONE, NONE);
    }

    private static Evidence[] join(Evidence[] first, Evidence... more) {
        Evidence[] all = new Evidence[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
