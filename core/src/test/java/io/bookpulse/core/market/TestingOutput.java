package io.bookpulse.core.market;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything that a market finds, and a line of text for each in the order it came. */
public final class TestingOutput implements MarketOutput {
    public final List<Sample> samples = new ArrayList<>();
    public final List<Transition> transitions = new ArrayList<>();
    public final List<Bar> bars = new ArrayList<>();
    public final List<RejectReason> rejects = new ArrayList<>();
    public final List<String> lines = new ArrayList<>();
    public long accepted;
    public long conflated;
    public long gaps;

    @Override
    public void sample(Sample sample) {
        samples.add(sample);
        lines.add(Lines.of(sample));
    }

    @Override
    public void transition(Transition transition) {
        transitions.add(transition);
        lines.add(Lines.of(transition));
    }

    @Override
    public void bar(Bar bar) {
        bars.add(bar);
        lines.add(Lines.of(bar));
    }

    @Override
    public void reject(MarketEvent event, RejectReason reason, String detail) {
        rejects.add(reason);
        lines.add("reject " + event + " " + reason + " " + detail);
    }

    @Override
    public void accepted() {
        accepted++;
    }

    @Override
    public void conflated() {
        conflated++;
    }

    @Override
    public void gap() {
        gaps++;
        lines.add("gap");
    }

    /** The last sample. */
    public Sample last() {
        return samples.get(samples.size() - 1);
    }

    /** The sample at a second. */
    public Sample at(long second) {
        return samples.stream()
                .filter(sample -> sample.eventTimeNanos == second * 1_000_000_000L)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample at " + second + " s"));
    }
}
