package io.bookpulse.bench.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What has failed of work that goes on without it, and why, in one line each. */
public final class Failures {
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /** Something to be done. */
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }

    /** Does work of that name, unless some of that name has failed before. */
    @SuppressWarnings("IllegalCatch") // whatever it is, other work is to be done
    public void attempt(String name, Consumer<String> progress, Work work) {
        if (reasons.containsKey(name)) {
            return;
        }
        try {
            work.run();
        } catch (Exception failure) {
            reasons.put(name, reason(failure));
            progress.accept(name + " failed: " + reason(failure));
        }
    }

    /** What failed, and why. */
    public List<String> all() {
        return reasons.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .toList();
    }

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
