package io.bookpulse.evaluation.alarm;

import io.bookpulse.core.detector.RatedDetector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the thresholds at which detectors alarm as often on quiet history as was asked: the
 * empirical route of the alarm rate (DEFINITIONS 8.9).
 *
 * <p>A statistic with memory has no quantile that is its alarm rate: alarms restart it, baselines
 * freeze, excursions are confirmed. So the detectors themselves run over the history at many
 * thresholds, and their alarms are counted: first over some days at thresholds of a wide ladder,
 * then over everything. The history is cut into blocks of an hour, and resampling these says how
 * sure the rate is. All detectors and rates share each pass. Reproducible; uses all processors.
 */
public final class AlarmCalibration {
    /** Fewer expected alarms than this do not support a rate: its error would be above a fifth. */
    public static final double LEAST_ALARMS = 20;

    /** Fewer blocks than this cannot say how sure a rate is. */
    private static final double LEAST_BLOCKS = 10;

    private static final Duration BLOCK = Duration.ofHours(1);
    private static final double BLOCK_DAYS = 1 / 24.0;
    private static final int WIDE = 10;
    private static final int NARROW = 1;
    private static final int CORRECTIONS = 4;
    private static final double PILOT_ALARMS = 6;
    private static final long SEED = 1;

    private final RatedParameters parameters;
    private final AlarmCensus census;
    private final double intervalDays;

    /** A calibration of detectors with those parameters. */
    public AlarmCalibration(RatedParameters parameters) {
        this.parameters = parameters;
        this.census = new AlarmCensus(BLOCK, parameters.sampleInterval());
        this.intervalDays = parameters.sampleInterval().toNanos() / 86_400e9;
    }

    /** The instrument-days of a history. */
    public double days(List<? extends QuietSeries> history) {
        return history.stream().mapToLong(QuietSeries::samples).sum() * intervalDays;
    }

    /**
     * Finds the threshold of each rate.
     *
     * @param asked what is asked, each detector and rate once
     * @param history quiet history, at least one series
     * @return one result each, in their order
     * @throws IllegalArgumentException if the history does not support one of the rates
     */
    public List<CalibratedThreshold> find(
            List<AlarmAsked> asked, List<? extends QuietSeries> history) {
        asked.forEach(each -> require(each, days(history)));
        List<Quest> quests = asked.stream().map(Quest::new).toList();
        List<? extends QuietSeries> pilot = pilot(asked, history);
        enclose(quests, pilot, WIDE);
        enclose(quests, pilot, NARROW);
        Map<Quest, BlockCounts> last = new LinkedHashMap<>();
        for (int i = 0; i < CORRECTIONS; i++) {
            correct(quests, history, last);
        }
        return quests.stream().map(quest -> result(quest, last.get(quest))).toList();
    }

    private static void require(AlarmAsked asked, double days) {
        double needed = Math.max(LEAST_ALARMS / asked.perDay(), LEAST_BLOCKS * BLOCK_DAYS);
        if (days < needed) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "the quiet history is too short: it has %.2f instrument-days, and %s"
                                    + " false alarms a day of %s need %.2f",
                            days,
                            asked.perDay(),
                            asked.detector().word(),
                            needed));
        }
    }

    /** As many series as are needed to see some alarms of the rarest rate. */
    private List<? extends QuietSeries> pilot(
            List<AlarmAsked> asked, List<? extends QuietSeries> history) {
        double rarest = asked.stream().mapToDouble(AlarmAsked::perDay).min().orElse(1);
        int series = 1;
        while (series < history.size()
                && days(history.subList(0, series)) < PILOT_ALARMS / rarest) {
            series++;
        }
        return history.subList(0, series);
    }

    private void enclose(List<Quest> quests, List<? extends QuietSeries> history, int inner) {
        Map<String, List<Quest>> same = new LinkedHashMap<>();
        List<AlarmBanks> banks = new ArrayList<>();
        List<double[]> ladders = new ArrayList<>();
        for (Quest quest : open(quests)) {
            double[] ladder = quest.ladder(inner);
            RatedDetector detector = quest.asked().detector();
            String key = detector + " " + ladder[0] + " " + ladder[ladder.length - 1];
            if (!same.containsKey(key)) {
                banks.add(AlarmBanks.at(detector, parameters, ladder));
                ladders.add(ladder);
            }
            same.computeIfAbsent(key, k -> new ArrayList<>()).add(quest);
        }
        List<BlockCounts> counts = census.count(banks, history);
        int i = 0;
        for (List<Quest> group : same.values()) {
            for (Quest quest : group) {
                quest.enclose(ladders.get(i), counts.get(i));
            }
            i++;
        }
    }

    private void correct(
            List<Quest> quests, List<? extends QuietSeries> history, Map<Quest, BlockCounts> last) {
        Map<RatedDetector, List<Quest>> byDetector = new EnumMap<>(RatedDetector.class);
        for (Quest quest : open(quests)) {
            byDetector.computeIfAbsent(quest.asked().detector(), d -> new ArrayList<>()).add(quest);
        }
        List<AlarmBanks> banks = new ArrayList<>();
        byDetector.forEach(
                (detector, same) -> {
                    double[] at = same.stream().mapToDouble(Quest::threshold).toArray();
                    banks.add(AlarmBanks.at(detector, parameters, at));
                });
        if (!banks.isEmpty()) {
            Iterator<BlockCounts> counts = census.count(banks, history).iterator();
            for (List<Quest> same : byDetector.values()) {
                BlockCounts found = counts.next();
                for (int i = 0; i < same.size(); i++) {
                    BlockCounts own = found.at(i);
                    same.get(i).correct(own);
                    last.put(same.get(i), own);
                }
            }
        }
    }

    private static List<Quest> open(List<Quest> quests) {
        return quests.stream().filter(quest -> !quest.isDone()).toList();
    }

    private static CalibratedThreshold result(Quest quest, @Nullable BlockCounts counts) {
        if (quest.isLost() || counts == null) {
            double none = Double.NaN;
            return new CalibratedThreshold(quest.asked(), none, 0, none, 0, none, none);
        }
        long[] alarms = counts.alarms()[0];
        BlockBootstrap bootstrap = new BlockBootstrap(alarms, SEED);
        double scale = quest.asked().perDay() / Math.max(1, counts.total(0));
        return new CalibratedThreshold(
                quest.asked(),
                quest.threshold(),
                counts.total(0),
                counts.days(),
                alarms.length,
                scale * bootstrap.low(),
                scale * bootstrap.high());
    }
}
