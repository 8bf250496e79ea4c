package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.event.QualityFlag;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.event.Transition.Quantity;
import io.bookpulse.core.feature.LiveQuote;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Counts the confirmed excursions of detectors of the event clock, as far as grid samples show
 * them: an alarm is what becomes an alert, an excursion that is confirmed in time. A spread must be
 * confirmed soon after its entry, a depth soon after it was normal last (patterns P1 and P2,
 * DEFINITIONS 8.8); what was normal once counts for one alert.
 */
final class ExcursionBank<S> implements AlarmBank {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final List<Detector<S, LiveQuote, Transition>> detectors;
    private final BiConsumer<Sample, LiveQuote> reading;
    private final int confirmations;
    private final long withinNanos;
    private final List<S> states = new ArrayList<>();
    private final long[] normalNanos;
    private final LiveQuote quote = new LiveQuote();
    private int present;
    private long confirmed;

    /**
     * One detector a threshold.
     *
     * @param reading copies what the detectors look at into the quote
     * @param confirmations how many make an alert
     * @param within the pattern's time from onset to the last of them
     */
    ExcursionBank(
            List<Detector<S, LiveQuote, Transition>> detectors,
            BiConsumer<Sample, LiveQuote> reading,
            int confirmations,
            Duration within) {
        this.detectors = detectors;
        this.reading = reading;
        this.confirmations = confirmations;
        this.withinNanos = within.toNanos();
        detectors.forEach(detector -> states.add(detector.initialState()));
        this.normalNanos = new long[detectors.size()];
        Arrays.fill(normalNanos, NEVER);
        quote.onGrid = true;
    }

    @Override
    public void update(Sample sample, long[] alarms) {
        quote.eventTimeNanos = sample.eventTimeNanos;
        quote.valid = !QualityFlag.STALE.in(sample.flags);
        quote.flags = sample.flags;
        quote.quality = sample.quality;
        reading.accept(sample, quote);
        for (int i = 0; i < alarms.length; i++) {
            present = i;
            confirmed = 0;
            detectors.get(i).update(states.get(i), quote, this::count);
            alarms[i] += confirmed;
        }
    }

    private void count(Transition step) {
        if (step.step == Transition.Step.LEFT_NORMAL
                || (step.step == Transition.Step.ENTERED && step.quantity == Quantity.SPREAD)) {
            normalNanos[present] = step.eventTimeNanos;
        } else if (step.step == Transition.Step.CONFIRMED && step.confirmations == confirmations) {
            confirmed += step.eventTimeNanos - normalNanos[present] <= withinNanos ? 1 : 0;
            normalNanos[present] = NEVER;
        }
    }
}
