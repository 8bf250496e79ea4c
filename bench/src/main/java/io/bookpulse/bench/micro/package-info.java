/**
 * JMH benchmarks of single parts: decoders, serializers, book, statistics, features, detectors.
 * Each works on an endless stream of generated input, so that state is warm and bounded; what is
 * new in core gets a constant or a method here. Times are averages an operation, beside the bytes
 * that it allocates.
 */
@NullMarked
package io.bookpulse.bench.micro;

import org.jspecify.annotations.NullMarked;
