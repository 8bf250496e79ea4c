package io.bookpulse.core.market;

import io.bookpulse.core.event.EventKind;
import io.bookpulse.core.event.MarketEvent;
import io.bookpulse.core.event.SampleColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The columns of the samples once more, from the whole list of events and the definitions alone: no
 * state is carried from one second to the next, every window is summed anew. For quotes and trades
 * with known aggressors only.
 */
final class NaiveFeatures {
    private static final long SECOND = 1_000_000_000L;
    private static final double UNIT = 1e-8;

    private final List<MarketEvent> quotes = new ArrayList<>();
    private final List<List<MarketEvent>> tradesBySecond = new ArrayList<>();
    private final long first;
    private final int seconds;
    private final double[] spreads;
    private final double[] depths;
    private final double[] returns;
    private final double[] flows;
    private final boolean[] sampled;

    /** Index of the last quote at or before each second, or -1. */
    private final int[] quoteAt;

    NaiveFeatures(List<MarketEvent> events) {
        first = second(events.get(0));
        seconds = (int) (second(events.get(events.size() - 1)) - first) + 10;
        for (int i = 0; i < seconds; i++) {
            tradesBySecond.add(new ArrayList<>());
        }
        for (MarketEvent event : events) {
            if (event.kind == EventKind.TRADE) {
                tradesBySecond.get((int) (second(event) - first)).add(event);
            } else {
                quotes.add(event);
            }
        }
        spreads = new double[seconds];
        depths = new double[seconds];
        returns = new double[seconds];
        flows = new double[seconds];
        sampled = new boolean[seconds];
        quoteAt = new int[seconds];
        for (int i = 0; i < seconds; i++) {
            fill(i);
        }
    }

    /** Seconds since the epoch at which there is a sample, in order. */
    List<Long> sampleSeconds() {
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            if (sampled[i]) {
                result.add(first + i);
            }
        }
        return result;
    }

    boolean isStale(long second) {
        return age((int) (second - first)) > 3 * SECOND;
    }

    double value(long second, SampleColumn column) {
        int i = (int) (second - first);
        double[] window = range(spreads, i - 60, i);
        double mean = mean(window);
        double scale = Math.max(deviation(window), 0.0025);
        return switch (column) {
            case MID -> isStale(second) ? Double.NaN : mid(i);
            case SPREAD -> spreads[i];
            case SPREAD_MEAN_60S -> mean;
            case SPREAD_STD_60S -> deviation(window);
            case SPREAD_Z_60S -> window.length < 30 ? Double.NaN : (spreads[i] - mean) / scale;
            case SPREAD_COMPRESSION_60S -> window.length < 30 ? Double.NaN : spreads[i] / mean;
            case TOP_DEPTH -> depths[i];
            case DEPTH_MEDIAN_600S -> median(range(depths, i - 600, i));
            case RET_1S -> returns[i];
            case RV_10S -> variance(i, 10);
            case RV_60S -> variance(i, 60);
            case RV_300S -> variance(i, 300);
            case RV_600S -> variance(i, 600);
            case OFI_1S -> flow(i, 1);
            case OFI_10S -> flow(i, 10);
            case TRADE_IMBALANCE_1S -> imbalance(i, 1);
            case TRADE_IMBALANCE_5S -> imbalance(i, 5);
            case TRADE_IMBALANCE_30S -> imbalance(i, 30);
            case VOLUME_1S -> volume(i, 1);
            case VOLUME_Z_1S -> volumeScore(i, 1, 300);
            case VOLUME_Z_5S -> volumeScore(i, 5, 60);
            case VOLUME_Z_30S -> volumeScore(i, 30, 120);
            case INTENSITY_5S -> sum(i, 5, trade -> 1) / 5;
            case VWAP_60S ->
                    sum(i, 60, trade -> trade.priceE8 * UNIT * trade.sizeE8 * UNIT) / volume(i, 60);
            default -> throw new IllegalArgumentException(column + " has no naive form");
        };
    }

    private void fill(int i) {
        long grid = (first + i) * SECOND;
        quoteAt[i] = -1;
        while (quoteAt[i] + 1 < quotes.size()
                && quotes.get(quoteAt[i] + 1).eventTimeNanos <= grid) {
            quoteAt[i]++;
        }
        boolean fresh = quoteAt[i] >= 0 && age(i) <= 3 * SECOND;
        boolean wasFresh = i > 0 && quoteAt[i - 1] >= 0 && age(i - 1) <= 3 * SECOND;
        sampled[i] = fresh || wasFresh;
        MarketEvent quote = fresh ? quotes.get(quoteAt[i]) : null;
        spreads[i] =
                quote == null ? Double.NaN : (quote.askPricesE8[0] - quote.bidPricesE8[0]) * UNIT;
        depths[i] = quote == null ? Double.NaN : (quote.askSizesE8[0] + quote.bidSizesE8[0]) * UNIT;
        returns[i] = fresh && wasFresh ? Math.log(mid(i) / mid(i - 1)) : Double.NaN;
        flows[i] = sampled[i] ? slotFlow(i) : Double.NaN;
    }

    private double slotFlow(int i) {
        double flow = 0;
        int from = i == 0 ? 0 : quoteAt[i - 1] + 1;
        for (int k = from; k <= quoteAt[i]; k++) {
            if (k == 0 || hasFallenSilent(quotes.get(k - 1), quotes.get(k))) {
                return Double.NaN;
            }
            flow += step(quotes.get(k - 1), quotes.get(k));
        }
        return flow;
    }

    /** Whether a whole second more than 3 s after a quote had passed before the next one came. */
    private static boolean hasFallenSilent(MarketEvent before, MarketEvent now) {
        long silent = Math.floorDiv(before.eventTimeNanos + 3 * SECOND, SECOND) + 1;
        return silent * SECOND < now.eventTimeNanos;
    }

    private static double step(MarketEvent before, MarketEvent now) {
        long bid = now.bidPricesE8[0];
        long bidBefore = before.bidPricesE8[0];
        long ask = now.askPricesE8[0];
        long askBefore = before.askPricesE8[0];
        long flow = bid >= bidBefore ? now.bidSizesE8[0] : 0;
        flow -= bid <= bidBefore ? before.bidSizesE8[0] : 0;
        flow -= ask <= askBefore ? now.askSizesE8[0] : 0;
        flow += ask >= askBefore ? before.askSizesE8[0] : 0;
        return flow * UNIT;
    }

    private double flow(int i, int window) {
        if (Double.isNaN(flows[i]) || Double.isNaN(spreads[i])) {
            return Double.NaN;
        }
        return Arrays.stream(range(flows, i - window + 1, i + 1)).sum();
    }

    private double variance(int i, int window) {
        double[] values = range(returns, i - window + 1, i + 1);
        return Double.isNaN(spreads[i]) || values.length < window / 2
                ? Double.NaN
                : Arrays.stream(values).map(r -> r * r).sum();
    }

    private double imbalance(int i, int window) {
        return sum(i, window, trade -> trade.side * (trade.sizeE8 * UNIT)) / volume(i, window);
    }

    private double volume(int i, int window) {
        return sum(i, window, trade -> trade.sizeE8 * UNIT);
    }

    private double sum(int i, int window, ToDoubleFunction<MarketEvent> value) {
        double sum = 0;
        for (int k = Math.max(0, i - window + 1); k <= i; k++) {
            sum += tradesBySecond.get(k).stream().mapToDouble(value).sum();
        }
        return sum;
    }

    private double volumeScore(int i, int window, int buckets) {
        int end = (int) (Math.floorDiv(first + i, (long) window) * window - first) - window;
        double[] values = new double[buckets];
        for (int k = 0; k < buckets; k++, end -= window) {
            values[k] = isWhole(end, window) ? Math.log1p(volume(end, window)) : Double.NaN;
        }
        double[] known = range(values, 0, buckets);
        return known.length < 30
                ? Double.NaN
                : (Math.log1p(volume(i, window)) - mean(known)) / deviation(known);
    }

    private boolean isWhole(int end, int window) {
        for (int k = end - window + 1; k <= end; k++) {
            if (k < 0 || !sampled[k]) {
                return false;
            }
        }
        return true;
    }

    private long age(int i) {
        return (first + i) * SECOND - quotes.get(quoteAt[i]).eventTimeNanos;
    }

    private double mid(int i) {
        MarketEvent quote = quotes.get(quoteAt[i]);
        return (quote.askPricesE8[0] + quote.bidPricesE8[0]) * UNIT / 2;
    }

    private static double[] range(double[] values, int from, int to) {
        return Arrays.stream(values, Math.max(0, from), Math.max(0, to))
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private static double median(double[] values) {
        if (values.length < 120) {
            return Double.NaN;
        }
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    private static long second(MarketEvent event) {
        return -Math.floorDiv(-event.eventTimeNanos, SECOND);
    }
}
