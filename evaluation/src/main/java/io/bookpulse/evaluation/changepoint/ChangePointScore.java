package io.bookpulse.evaluation.changepoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How well found change points agree with those of several annotators (van den Burg and Williams
 * 2020, section 3).
 *
 * <pre>
 * P  = |TP(union of all T_k, X)| / |X|        R = mean over k of |TP(T_k, X)| / |T_k|
 * F1 = 2 P R / (P + R)
 * C  = mean over k of (1 / n) sum over segments A of k of |A| max over found segments B |A n B| / |A u B|
 * </pre>
 *
 * <p>A change point is the index of the first value of a segment. The index 0 belongs to every set.
 * A true one is found if an unused found one is within the margin; each counts once.
 *
 * @param precision share of the found ones that any annotator marked, 0 to 1
 * @param recall share of the marked ones that were found, mean over the annotators, 0 to 1
 * @param covering how well the segments overlap, mean over the annotators, 0 to 1
 */
public record ChangePointScore(double precision, double recall, double covering) {

    /**
     * Scores found change points.
     *
     * @param found indices of 1 to length - 1, in any order
     * @param annotations the indices that each annotator marked, at least one annotator
     * @param length values of the series, at least 1
     * @param margin distance at which two indices are the same change
     */
    public static ChangePointScore of(
            Collection<Integer> found,
            Collection<? extends Collection<Integer>> annotations,
            int length,
            int margin) {
        TreeSet<Integer> mine = withOrigin(found);
        TreeSet<Integer> all = new TreeSet<>();
        double recall = 0;
        double covering = 0;
        for (Collection<Integer> marked : annotations) {
            TreeSet<Integer> theirs = withOrigin(marked);
            all.addAll(theirs);
            recall += (double) matches(theirs, mine, margin) / theirs.size();
            covering += covering(theirs, mine, length);
        }
        double precision = (double) matches(all, mine, margin) / mine.size();
        return new ChangePointScore(
                precision, recall / annotations.size(), covering / annotations.size());
    }

    /** The harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    private static TreeSet<Integer> withOrigin(Collection<Integer> points) {
        TreeSet<Integer> set = new TreeSet<>(points);
        set.add(0);
        return set;
    }

    private static int matches(TreeSet<Integer> truth, TreeSet<Integer> found, int margin) {
        TreeSet<Integer> unused = new TreeSet<>(found);
        int matches = 0;
        for (int point : truth) {
            Integer near = nearest(unused, point);
            if (near != null && Math.abs(near - point) <= margin) {
                unused.remove(near);
                matches++;
            }
        }
        return matches;
    }

    private static @Nullable Integer nearest(TreeSet<Integer> points, int point) {
        Integer below = points.floor(point);
        Integer above = points.ceiling(point);
        if (below == null || above == null) {
            return below == null ? above : below;
        }
        return point - below <= above - point ? below : above;
    }

    private static double covering(TreeSet<Integer> truth, TreeSet<Integer> found, int length) {
        double sum = 0;
        for (int[] theirs : segments(truth, length)) {
            double best = 0;
            for (int[] mine : segments(found, length)) {
                int common = Math.min(theirs[1], mine[1]) - Math.max(theirs[0], mine[0]);
                int whole = Math.max(theirs[1], mine[1]) - Math.min(theirs[0], mine[0]);
                best = Math.max(best, (double) common / whole);
            }
            sum += (theirs[1] - theirs[0]) * best;
        }
        return sum / length;
    }

    /** First index and the one after the last of each segment. */
    private static List<int[]> segments(TreeSet<Integer> points, int length) {
        List<int[]> segments = new ArrayList<>();
        for (int point : points) {
            Integer next = points.higher(point);
            segments.add(new int[] {point, next == null ? length : next});
        }
        return segments;
    }
}
