package io.bookpulse.evaluation.matching;

/** What an alert was, seen from the truth. */
public enum Outcome {
    /** The first alert of its type on a true event. */
    FOUND,
    /** A further alert of its type on an event that was found already: neither right nor wrong. */
    DUPLICATE,
    /** No true event of its type is near. */
    FALSE_ALARM,
    /** No truth is injected for alerts of its type, so nothing can be said. */
    UNSCORED
}
