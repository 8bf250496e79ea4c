/**
 * The bench of the alarm-rate contract: asked against realised false alarms on quiet synthetic
 * markets, as a page. The study itself is {@link io.bookpulse.evaluation.alarm.AlarmRateStudy}.
 * Nothing here depends on Flink or on time.
 */
@NullMarked
package io.bookpulse.bench.alarm;

import org.jspecify.annotations.NullMarked;
