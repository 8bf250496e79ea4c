package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.event.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs detectors over quiet series and counts their alarms by block. Series run in parallel, which
 * changes nothing: counts are kept in the order of the series.
 */
final class AlarmCensus {
    private static final double DAY_NANOS = 86_400e9;

    private final long blockNanos;
    private final double intervalDays;

    /**
     * A census.
     *
     * @param block length of a block
     * @param sampleInterval distance of two samples
     */
    AlarmCensus(Duration block, Duration sampleInterval) {
        this.blockNanos = block.toNanos();
        this.intervalDays = sampleInterval.toNanos() / DAY_NANOS;
    }

    /** Counts of each of the detectors, in their order. */
    List<BlockCounts> count(List<AlarmBanks> detectors, List<? extends QuietSeries> series) {
        List<Pass> passes =
                IntStream.range(0, series.size())
                        .parallel()
                        .mapToObj(i -> new Pass(detectors).over(series.get(i)))
                        .toList();
        double days = series.stream().mapToLong(QuietSeries::samples).sum() * intervalDays;
        List<BlockCounts> counts = new ArrayList<>();
        for (int d = 0; d < detectors.size(); d++) {
            List<long[]> blocks = new ArrayList<>();
            for (Pass pass : passes) {
                blocks.addAll(pass.blocks.get(d));
            }
            counts.add(new BlockCounts(transposed(blocks, detectors.get(d).size()), days));
        }
        return counts;
    }

    private static long[][] transposed(List<long[]> blocks, int thresholds) {
        long[][] alarms = new long[thresholds][blocks.size()];
        for (int b = 0; b < blocks.size(); b++) {
            for (int t = 0; t < thresholds; t++) {
                alarms[t][b] = blocks.get(b)[t];
            }
        }
        return alarms;
    }

    /** One series gone through once. */
    private final class Pass {
        private final List<AlarmBanks> detectors;
        private final List<AlarmBank> banks = new ArrayList<>();
        private final List<List<long[]>> blocks = new ArrayList<>();
        private final List<long[]> present = new ArrayList<>();
        private long block = Long.MIN_VALUE;

        Pass(List<AlarmBanks> detectors) {
            this.detectors = detectors;
            for (AlarmBanks each : detectors) {
                banks.add(each.bank());
                blocks.add(new ArrayList<>());
                present.add(new long[0]);
            }
        }

        Pass over(QuietSeries series) {
            series.replay(this::update);
            banks.clear();
            return this;
        }

        private void update(Sample sample) {
            long now = Math.floorDiv(sample.eventTimeNanos, blockNanos);
            if (now != block) {
                block = now;
                for (int d = 0; d < detectors.size(); d++) {
                    present.set(d, new long[detectors.get(d).size()]);
                    blocks.get(d).add(present.get(d));
                }
            }
            for (int d = 0; d < banks.size(); d++) {
                banks.get(d).update(sample, present.get(d));
            }
        }
    }
}
