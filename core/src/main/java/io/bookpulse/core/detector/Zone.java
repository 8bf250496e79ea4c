package io.bookpulse.core.detector;

/** How far a live value is from normal; the order is from good to bad. */
enum Zone {
    /** Wholly normal. A gauge whose rule does not care for leaving this zone never reports it. */
    NORMAL,
    /** Good enough to end an excursion. */
    CALM,
    /** Neither ends nor confirms nor begins one: the band of the hysteresis. */
    RAISED,
    /** Bad enough to confirm an excursion. */
    HELD,
    /** Beyond the alarm limit: an excursion begins. */
    ABNORMAL
}
