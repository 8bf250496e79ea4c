package io.bookpulse.evaluation.study;

import java.util.function.LongFunction;

/**
 * A detector under study.
 *
 * @param name its name in tables
 * @param tuned whether its threshold follows from the rate that is asked for; otherwise it is taken
 *     as it is
 * @param factory makes one with an empty memory; the seed is for those that guess
 */
public record Candidate(String name, boolean tuned, LongFunction<StreamDetector> factory) {
    /** A detector with an empty memory. */
    public StreamDetector start(long seed) {
        return factory.apply(seed);
    }
}
