package io.bookpulse.bench.cep;

/**
 * A stretch of event time.
 *
 * @param seconds event time at its end
 * @param microsPerTransition CPU time of the process a transition in it, all patterns together
 * @param heapBytes heap after a collection at its end
 * @param checkpointBytes state of a checkpoint at its end
 */
public record CepPoint(
        double seconds, double microsPerTransition, long heapBytes, long checkpointBytes) {}
