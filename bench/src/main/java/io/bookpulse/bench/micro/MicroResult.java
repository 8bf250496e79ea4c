package io.bookpulse.bench.micro;

/**
 * One row.
 *
 * @param name class and method of the benchmark, and its parameter
 * @param nanos time an operation
 * @param error half the 99.9 % confidence interval of it, or NaN of one iteration
 * @param bytes allocated an operation
 */
public record MicroResult(String name, double nanos, double error, double bytes) {}
