package io.bookpulse.core.control;

/** What a {@link ControlChange} does. */
public enum ControlKind {
    /** Gives a configuration key a value. */
    SET("set"),
    /** Takes back what was set for the same key and the same pattern. */
    UNSET("unset"),
    /** Gives the models of one kind another model. */
    MODEL("model");

    private final String word;

    ControlKind(String word) {
        this.word = word;
    }

    /** The kind as control records name it. */
    public String word() {
        return word;
    }
}
