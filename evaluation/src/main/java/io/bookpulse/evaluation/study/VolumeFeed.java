package io.bookpulse.evaluation.study;

import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import io.bookpulse.core.feature.FeatureParameters;
import io.bookpulse.core.feature.VolumeScore;
import io.bookpulse.core.feature.VolumeScoreState;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream as the logarithm of volume, {@code ln(1 + volume of 1 s) = 5 + x / 2}, and the scores of
 * its windows. Where {@code 5 + x / 2} is negative nothing is traded.
 */
final class VolumeFeed implements ColumnFeed {
    private static final double LEVEL = 5;
    private static final double SCALE = 0.5;
    private static final int[] SECONDS = {1, 5, 30};
    private static final int[] BASELINE = {300, 300, 3600};
    private static final SampleColumn[] COLUMNS = {
        SampleColumn.VOLUME_Z_1S, SampleColumn.VOLUME_Z_5S, SampleColumn.VOLUME_Z_30S
    };

    private final VolumeScore[] scores = new VolumeScore[SECONDS.length];
    private final VolumeScoreState[] states = new VolumeScoreState[SECONDS.length];
    private final double[] volumes = new double[SECONDS[SECONDS.length - 1]];
    private int next;

    VolumeFeed() {
        int least = FeatureParameters.defaults().volumeMinBuckets();
        for (int i = 0; i < SECONDS.length; i++) {
            int buckets = BASELINE[i] / SECONDS[i];
            scores[i] = new VolumeScore(SECONDS[i], buckets, least);
            states[i] = scores[i].newState();
        }
    }

    @Override
    public void write(Sample sample, double value) {
        double volume = Math.expm1(Math.max(0, LEVEL + SCALE * value));
        volumes[next] = volume;
        next = (next + 1) % volumes.length;
        long slot = sample.eventTimeNanos / 1_000_000_000L;
        sample.set(SampleColumn.VOLUME_1S, volume);
        for (int i = 0; i < SECONDS.length; i++) {
            scores[i].push(states[i], slot, volume);
            sample.set(COLUMNS[i], scores[i].of(states[i], last(SECONDS[i])));
        }
    }

    private double last(int seconds) {
        double sum = 0;
        for (int i = 1; i <= seconds; i++) {
            sum += volumes[Math.floorMod(next - i, volumes.length)];
        }
        return sum;
    }

    @Override
    public List<Object> memory() {
        List<Object> memory = new ArrayList<>(List.of(states));
        memory.add(volumes);
        return memory;
    }
}
