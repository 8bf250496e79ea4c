package io.bookpulse.evaluation.alarm;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How sure a rate of alarms is: blocks of the history are drawn with replacement, as many as there
 * are, and their alarms counted (Kuensch 1989). Alarms that come in clusters within a block stay
 * together, so clustering widens the interval as it should.
 */
final class BlockBootstrap {
    private static final int DRAWS = 1000;
    private static final double TAIL = 0.05;

    private final double[] totals = new double[DRAWS];

    /**
     * Draws.
     *
     * @param alarms by block, at least one block
     */
    BlockBootstrap(long[] alarms, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < DRAWS; i++) {
            double total = 0;
            for (int b = 0; b < alarms.length; b++) {
                total += alarms[random.nextInt(alarms.length)];
            }
            totals[i] = total;
        }
        Arrays.sort(totals);
    }

    /** 5 % of the draws have fewer alarms. */
    double low() {
        return totals[(int) (TAIL * DRAWS)];
    }

    /** 5 % of the draws have more alarms. */
    double high() {
        return totals[(int) ((1 - TAIL) * DRAWS) - 1];
    }
}
