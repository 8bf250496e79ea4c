package io.bookpulse.evaluation.alarm;

/**
 * The search for the threshold of one asked rate. The logarithm of the number of alarms falls about
 * linearly along the {@link ThresholdScale}: first two thresholds are found between which the rate
 * is passed, then the line through them is followed.
 */
final class Quest {
    /**
     * From counts nearer to what is asked than this share, or one alarm, the line leads to the
     * threshold: an error of a fifth in its slope is then one of 2 % in the rate.
     */
    private static final double TOLERANCE = 0.1;

    /** The least fall of ln(count) along the scale that is believed. */
    private static final double LEAST_SLOPE = 0.5;

    private final AlarmAsked asked;
    private final ThresholdScale scale;
    private double low;
    private double high;
    private double slope = -1;
    private double threshold;
    private boolean lost;
    private boolean done;

    Quest(AlarmAsked asked) {
        this.asked = asked;
        this.scale = ThresholdScale.of(asked.detector());
        this.low = scale.least();
        this.high = scale.most();
    }

    AlarmAsked asked() {
        return asked;
    }

    /** Whether no threshold gives the rate. */
    boolean isLost() {
        return lost;
    }

    /** Whether there is nothing more to try. */
    boolean isDone() {
        return lost || done;
    }

    /** Thresholds to try between those that enclose the rate; at first the ends of the range. */
    double[] ladder(int inner) {
        double[] between = scale.between(low, high, inner);
        double[] all = new double[inner + 2];
        System.arraycopy(between, 0, all, 1, inner);
        all[0] = low;
        all[inner + 1] = high;
        return all;
    }

    /** Takes in what the ladder counted, and encloses the rate more closely. */
    void enclose(double[] ladder, BlockCounts counts) {
        double target = asked.perDay() * counts.days();
        int last = ladder.length - 1;
        if (counts.total(0) < target || counts.total(last) > target) {
            lost = true;
            return;
        }
        int at = last - 1;
        while (at > 0 && counts.total(at) < target) {
            at--;
        }
        low = ladder[at];
        high = ladder[at + 1];
        double fall =
                logarithm((double) counts.total(at + 1)) - logarithm((double) counts.total(at));
        slope = Math.min(-LEAST_SLOPE, fall / (scale.place(high) - scale.place(low)));
        threshold = low;
        follow((double) counts.total(at), target);
    }

    /** The threshold to be tried next, or the one that was found. */
    double threshold() {
        return threshold;
    }

    /** Takes in what the threshold counted, and corrects it. */
    void correct(BlockCounts counts) {
        double target = asked.perDay() * counts.days();
        double count = counts.total(0);
        done = Math.abs(count - target) <= Math.max(1, TOLERANCE * target);
        follow(count, target);
    }

    private void follow(double count, double target) {
        double step = (logarithm(target) - logarithm(count)) / slope;
        threshold = scale.threshold(scale.place(threshold) + step);
    }

    private static double logarithm(double count) {
        return Math.log(Math.max(count, 0.5));
    }
}
