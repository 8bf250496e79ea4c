package io.bookpulse.bench.micro;

import io.bookpulse.core.event.Bar;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.RejectReason;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.Transition;
import io.bookpulse.core.market.MarketOutput;

/** Counts what comes, so that nothing of it can be optimised away. */
final class CountingOutput implements MarketOutput {
    long count;

    @Override
    public void sample(Sample sample) {
        count++;
    }

    @Override
    public void transition(Transition transition) {
        count++;
    }

    @Override
    public void bar(Bar bar) {
        count++;
    }

    @Override
    public void reject(MarketEvent event, RejectReason reason, String detail) {
        count++;
    }

    @Override
    public void accepted() {
        count++;
    }

    @Override
    public void conflated() {
        count++;
    }

    @Override
    public void gap() {
        count++;
    }
}
