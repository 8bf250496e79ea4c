package io.bookpulse.evaluation.study;

import io.bookpulse.core.detector.Detector;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Phase;
import io.bookpulse.core.event.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Detectors of samples, one after the other; the alarms are the onsets of the last one. */
final class SampleStream implements StreamDetector {
    private final List<ColumnFeed> feeds;
    private final List<Link<?>> links = new ArrayList<>();
    private final Sample sample = new Sample();
    private boolean onset;

    /** The columns that the detectors read, and what they are. */
    SampleStream(List<ColumnFeed> feeds) {
        this.feeds = feeds;
        sample.quality = 1;
    }

    /** Adds a detector behind those that are there. */
    <S> SampleStream then(Detector<S, Sample, Detection> detector) {
        links.add(new Link<>(detector, detector.initialState()));
        return this;
    }

    @Override
    public boolean update(long timeNanos, double value) {
        sample(timeNanos, value);
        for (Link<?> link : links) {
            onset = false;
            link.update(sample, found -> onset |= found.phase == Phase.ONSET);
        }
        return onset;
    }

    /** The sample of a time, before the detectors; the same object each time. */
    Sample sample(long timeNanos, double value) {
        sample.eventTimeNanos = timeNanos;
        Arrays.fill(sample.values, Double.NaN);
        for (ColumnFeed feed : feeds) {
            feed.write(sample, value);
        }
        return sample;
    }

    @Override
    public List<Object> memory() {
        List<Object> memory = new ArrayList<>();
        feeds.forEach(feed -> memory.addAll(feed.memory()));
        links.forEach(link -> memory.add(link.state));
        return memory;
    }

    /** A detector with its memory. */
    private record Link<S>(Detector<S, Sample, Detection> detector, S state) {
        void update(Sample sample, Consumer<Detection> out) {
            detector.update(state, sample, out);
        }
    }
}
