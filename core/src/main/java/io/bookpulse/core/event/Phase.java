package io.bookpulse.core.event;

/** Where in its life an alert is. */
public enum Phase {
    /** It began. A detection without an end, such as a change point, has this phase only. */
    ONSET,
    /** It became worse by a class of severity. */
    ESCALATE,
    /** It ended; the duration and the worst value are in the evidence. */
    CLEAR
}
