package io.bookpulse.core.detector;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * The streams of {@link Drift}.
 *
 * @param chart which of the charts watches them, the same for all streams
 * @param cusum used if it is the CUSUM
 * @param pageHinkley used if it is the Page-Hinkley test
 * @param ewma used if it is the EWMA chart
 * @param baseline what each chart measures its stream against
 * @param minQuality least share of good events at which a sample is judged, 0 to 1
 */
public record DriftParameters(
        DriftChart chart,
        CusumParameters cusum,
        PageHinkleyParameters pageHinkley,
        EwmaParameters ewma,
        ChartBaselineParameters baseline,
        double minQuality)
        implements Serializable {
    /** Checks the ranges. */
    public DriftParameters {
        Checks.inRange(0, 1, minQuality, "min-quality");
    }

    /** A CUSUM, the defaults of all parts, quality 0.8 as in {@link ExcursionParameters}. */
    public static DriftParameters defaults() {
        return new DriftParameters(
                DriftChart.CUSUM,
                CusumParameters.defaults(),
                PageHinkleyParameters.defaults(),
                EwmaParameters.defaults(),
                ChartBaselineParameters.defaults(),
                0.8);
    }

    /** Returns these with another chart. */
    public DriftParameters withChart(DriftChart other) {
        return new DriftParameters(other, cusum, pageHinkley, ewma, baseline, minQuality);
    }

    /** Returns these with another baseline. */
    public DriftParameters withBaseline(ChartBaselineParameters other) {
        return new DriftParameters(chart, cusum, pageHinkley, ewma, other, minQuality);
    }

    /** Returns these with another limit of the chosen chart. */
    public DriftParameters withLimit(double limit) {
        return new DriftParameters(
                chart,
                chart == DriftChart.CUSUM ? cusum.withLimit(limit) : cusum,
                chart == DriftChart.PAGE_HINKLEY ? pageHinkley.withLimit(limit) : pageHinkley,
                chart == DriftChart.EWMA ? ewma.withLimit(limit) : ewma,
                baseline,
                minQuality);
    }

    /** Returns these with a calibrated limit of the chosen chart, on pre-whitened samples. */
    public DriftParameters calibratedTo(double limit) {
        return withLimit(limit).withBaseline(baseline.calibrated());
    }

    /** The limit of the chosen chart. */
    public double limit() {
        return recursion().limit();
    }

    /** The smallest shift, in standard deviations, that counts for the chosen chart; NaN: any. */
    double allowance() {
        return switch (chart) {
            case CUSUM -> cusum.k();
            case PAGE_HINKLEY -> pageHinkley.delta();
            case EWMA -> Double.NaN;
        };
    }

    Chart recursion() {
        return switch (chart) {
            case CUSUM -> new CusumChart(cusum);
            case PAGE_HINKLEY -> new PageHinkleyChart(pageHinkley);
            case EWMA -> new EwmaChart(ewma);
        };
    }
}
