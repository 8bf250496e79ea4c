package io.bookpulse.bench.job;

import io.bookpulse.bench.measure.Measurement;

/**
 * One run of one variant.
 *
 * @param measurement CPU time, wall time and allocation
 * @param samples samples that it computed: the same in every variant that computes any
 * @param peakHeapBytes most heap in use, garbage included
 */
public record Run(Measurement measurement, long samples, long peakHeapBytes) {}
