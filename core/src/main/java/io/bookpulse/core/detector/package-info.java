/**
 * What is abnormal now: excursions of live values on the event clock, drifts of samples on the
 * sample clock. Each detector is an immutable {@code XParameters}, an immutable {@code X} and a
 * caller-owned {@code XState}, joined by {@link io.bookpulse.core.detector.Detector}. Thresholds
 * are the configured ones, or follow from a rate of false alarms through {@link
 * io.bookpulse.core.detector.AlarmRate}.
 */
@NullMarked
package io.bookpulse.core.detector;

import org.jspecify.annotations.NullMarked;
