package io.bookpulse.codec.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant who wrote a name that does not exist. */
public final class NearestName {
    private NearestName() {}

    /**
     * Returns the candidate nearest to a name by edit distance, if it is near: at most a third of
     * the name's length away, and 2 at least; or one that ends with the whole name ({@code h} for
     * {@code cusum.h}).
     */
    public static Optional<String> among(Collection<String> candidates, String name) {
        Optional<String> suffix =
                candidates.stream().filter(c -> c.endsWith("." + name)).sorted().findFirst();
        if (suffix.isPresent()) {
            return suffix;
        }
        int limit = Math.max(2, name.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(candidate, name) <= limit)
                .min(
                        Comparator.comparingInt((String candidate) -> distance(candidate, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance: insertions, deletions and substitutions from one to the other. */
    public static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted =
                        previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                int shifted = Math.min(previous[j], current[j - 1]) + 1;
                current[j] = Math.min(substituted, shifted);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
