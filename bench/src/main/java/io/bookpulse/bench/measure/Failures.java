package io.bookpulse.bench.measure;

/** Says in one line why something failed. */
public final class Failures {
    private Failures() {}

    /** The innermost cause. */
    public static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        for (Throwable other : root.getSuppressed()) {
            return reason(other);
        }
        return String.valueOf(root).replaceAll("\\s+", " ");
    }
}
