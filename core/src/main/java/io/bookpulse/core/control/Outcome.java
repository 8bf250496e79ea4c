package io.bookpulse.core.control;

/** What became of a control record. */
public enum Outcome {
    /** It holds from its effective time on. */
    APPLIED,
    /** It changes nothing, for a reason. */
    REFUSED
}
