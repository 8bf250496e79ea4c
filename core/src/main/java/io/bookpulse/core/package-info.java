/**
 * The pure heart of Bookpulse: no Flink, no input or output, no clock, no randomness.
 *
 * <p>Layers, lowest first: {@code stat}, {@code event}, {@code book}, {@code filter}, {@code
 * feature}, then {@code detector} and {@code regime}, then {@code decision}. Each concept is an
 * immutable {@code XParameters}, an immutable {@code X} and a caller-owned {@code XState}.
 */
@NullMarked
package io.bookpulse.core;

import org.jspecify.annotations.NullMarked;
