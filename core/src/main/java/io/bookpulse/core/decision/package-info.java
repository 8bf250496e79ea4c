/**
 * Which detections a user hears of: identity, severity, cooldown and the life of an alert from
 * onset to clear. Input comes in one total order, {@link
 * io.bookpulse.core.decision.DetectionOrder}, so that the same detections give the same alerts
 * however they arrived. Nothing is held back without being counted.
 */
@NullMarked
package io.bookpulse.core.decision;

import org.jspecify.annotations.NullMarked;
