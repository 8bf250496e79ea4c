package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.event.Sample;
import java.util.function.Consumer;

/** The quiet history of one instrument, in samples that can be gone through again and again. */
public interface QuietSeries {
    /** How many samples there are. */
    long samples();

    /**
     * Goes through all samples in the order of their times. The sample is one reused object whose
     * columns are those that detectors look at; a receiver may overwrite the {@code score_} and
     * {@code run_length_} ones. Each call gives the same samples; calls from several threads do not
     * disturb each other.
     */
    void replay(Consumer<Sample> to);
}
