package io.bookpulse.core.detector;

import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.stat.NormalScores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for a change: the posterior of the run, and for each feature its mean before and
 * after, the size of the shift and its part in the finding.
 *
 * <pre>
 * mean of e over a run of n, brought back:
 *         x = mean + deviation e n sqrt(1 - phi^2) / (1 + (n - 1) (1 - phi))
 * shift = (mean after - mean before) / deviation before                  of e
 * gain  = (n / 2) (shift^2 + q - 1 - ln q),  q = variance after / before;  part = gain / sum of gains
 * </pre>
 *
 * <p>Of a level that jumps, the first e is the whole jump and each further one (1 - phi) of it.
 * With normal scores e is a score, and what is brought back is the innovation of that rank. Before:
 * the run that was the most probable when it was long last. After: the most probable recent run of
 * n samples. The gain is the log likelihood ratio of two normals.
 */
record ChangeEvidence(
        Bocpd bocpd,
        ChartBaseline baseline,
        @Nullable NormalScores scores,
        List<ChangeFeature> features) {
    private static final int POSTERIOR = 4;
    private static final int EACH = 4;

    Evidence[] of(ChangePointState state) {
        BocpdState runs = state.bocpd;
        Evidence[] evidence = new Evidence[POSTERIOR + EACH * features.size()];
        double none = Double.NaN;
        evidence[0] = Evidence.of("map_run_length", runs.mapRun, runs.longRun, none);
        evidence[1] = Evidence.of("expected_run_length", runs.expectedRun, none, none);
        evidence[2] = Evidence.of("map_drop", bocpd.isMapDrop(runs) ? 1 : 0, none, none);
        int after = bocpd.recentIndex(runs);
        evidence[3] = Evidence.of("samples_since_change", runs.length[after], none, none);
        double[] gains = gains(runs, after);
        double sum = 0;
        for (double gain : gains) {
            sum += gain;
        }
        for (int j = 0; j < gains.length; j++) {
            int at = POSTERIOR + EACH * j;
            String word = features.get(j).word();
            evidence[at] =
                    Evidence.of(
                            word,
                            value(state, j, bocpd.sampleMean(runs, after, j), runs.length[after]),
                            value(state, j, runs.longMean[j], runs.longRun),
                            none);
            evidence[at + 1] = Evidence.of(word + "_shift_sigma", shift(runs, after, j), 0, none);
            evidence[at + 2] =
                    Evidence.of(word + "_deviation_ratio", ratio(runs, after, j), 1, none);
            evidence[at + 3] =
                    Evidence.of(word + "_part", sum > 0 ? gains[j] / sum : none, none, none);
        }
        return evidence;
    }

    private double value(ChangePointState state, int feature, double mean, int samples) {
        double innovation =
                scores == null ? mean : scores.valueOf(state.features[feature].innovations, mean);
        ChartBaselineState usual = state.features[feature].baseline;
        double deviation = baseline.deviation(usual);
        double phi = baseline.phi(usual);
        double n = Math.max(1, samples);
        double lasting = innovation * n * Math.sqrt(1 - phi * phi) / (1 + (n - 1) * (1 - phi));
        return baseline.mean(usual) + (Double.isNaN(deviation) ? 0 : deviation * lasting);
    }

    private double shift(BocpdState runs, int after, int feature) {
        double moved = bocpd.sampleMean(runs, after, feature) - runs.longMean[feature];
        return moved / runs.longDeviation[feature];
    }

    private double ratio(BocpdState runs, int after, int feature) {
        return bocpd.deviation(runs, after, feature) / runs.longDeviation[feature];
    }

    private double[] gains(BocpdState runs, int after) {
        double[] gains = new double[features.size()];
        for (int j = 0; j < gains.length; j++) {
            double shift = shift(runs, after, j);
            double variance = ratio(runs, after, j) * ratio(runs, after, j);
            double each = shift * shift + variance - 1 - Math.log(variance);
            gains[j] = runs.length[after] / 2.0 * each;
        }
        return gains;
    }
}
