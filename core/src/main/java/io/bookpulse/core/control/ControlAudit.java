package io.bookpulse.core.control;

/** What became of one control record: columns of {@code control-audit}. */
public final class ControlAudit {
    public ControlChange change = new ControlChange();
    public Outcome outcome = Outcome.APPLIED;

    /** Why it was refused, one sentence, or empty. */
    public String refusal = "";

    /** Returns the audit of a change that holds. */
    public static ControlAudit applied(ControlChange change) {
        ControlAudit audit = new ControlAudit();
        audit.change = change;
        return audit;
    }

    /** Returns the audit of a change that changes nothing. */
    public static ControlAudit refused(ControlChange change, String refusal) {
        ControlAudit audit = new ControlAudit();
        audit.change = change;
        audit.outcome = Outcome.REFUSED;
        audit.refusal = refusal;
        return audit;
    }
}
