package io.bookpulse.core.detector;

import io.bookpulse.core.event.AlertType;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.event.Evidence;
import io.bookpulse.core.event.Sample;
import io.bookpulse.core.event.SampleColumn;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lasting shifts of four features, each watched by a {@link ShiftChart} of its own on the sample
 * clock.
 *
 * <pre>
 * imbalance_5             IMBALANCE_DRIFT            +1 more bids
 * microprice_drift        MICROPRICE_DRIFT           +1 upward
 * spread_compression_60s  SPREAD_COMPRESSION_DRIFT   +1 wider
 * trade_imbalance_1s      TRADE_IMBALANCE_DRIFT      +1 more bought
 * </pre>
 *
 * <p>The trade imbalance of 1 s is taken, not of 5 s: at the default interval its windows do not
 * overlap, so neighbouring samples share no trade; overlapping windows are autocorrelated by
 * construction, and not in the first-order way that pre-whitening removes.
 *
 * <p>Which chart it is, the parameters say. Onset is the estimated time of change, score the
 * chart's statistic, threshold its limit. A sample of low quality or unknown quality changes
 * nothing, nor does a NaN the stream that it belongs to. O(1) a sample, allocates only what it
 * emits. State: constant, about 2.2 kB.
 */
public final class Drift implements Detector<DriftState, Sample, Detection> {
    private static final long serialVersionUID = 1L;

    private static final SampleColumn[] COLUMNS = {
        SampleColumn.IMBALANCE_5,
        SampleColumn.MICROPRICE_DRIFT,
        SampleColumn.SPREAD_COMPRESSION_60S,
        SampleColumn.TRADE_IMBALANCE_1S
    };

    private static final AlertType[] TYPES = {
        AlertType.IMBALANCE_DRIFT,
        AlertType.MICROPRICE_DRIFT,
        AlertType.SPREAD_COMPRESSION_DRIFT,
        AlertType.TRADE_IMBALANCE_DRIFT
    };

    /** How many streams there are: the number of charts that share the family's alarm rate. */
    public static final int STREAMS = COLUMNS.length;

    private final DriftParameters parameters;
    private final ShiftChart chart;
    private final double limit;

    /** Returns the detector for one sample clock. */
    public Drift(DriftParameters parameters, Duration sampleInterval) {
        this.parameters = parameters;
        this.chart = new ShiftChart(parameters, sampleInterval);
        this.limit = parameters.limit();
    }

    @Override
    public DriftState initialState() {
        return new DriftState();
    }

    @Override
    public void update(DriftState state, Sample sample, Consumer<Detection> out) {
        if (sample.quality >= parameters.minQuality()) {
            double worst = Double.NaN;
            for (int i = 0; i < STREAMS; i++) {
                double score = update(state.streams[i], i, sample, out);
                worst = score > worst || Double.isNaN(worst) ? score : worst;
            }
            sample.set(SampleColumn.SCORE_DRIFT, worst);
        }
    }

    /** Returns statistic over limit, that of the alarm if there was one; NaN if not judged. */
    private double update(
            DriftStreamState state, int stream, Sample sample, Consumer<Detection> out) {
        double value = sample.value(COLUMNS[stream]);
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        ShiftAlarm alarm = chart.update(state.chart, sample.eventTimeNanos, value);
        if (alarm != null) {
            out.accept(detection(state, stream, sample, alarm));
        }
        ChartState counts = state.chart.chart;
        state.upSource = counts.upSamples == 1 ? sample.sourceFrom() : state.upSource;
        state.downSource = counts.downSamples == 1 ? sample.sourceFrom() : state.downSource;
        return alarm == null ? chart.score(state.chart) : alarm.statistic / limit;
    }

    private Detection detection(
            DriftStreamState state, int stream, Sample sample, ShiftAlarm alarm) {
        Detection detection = new Detection();
        detection.instrument = sample.instrument;
        detection.type = TYPES[stream];
        detection.direction = alarm.direction;
        detection.onsetTimeNanos = alarm.changeTimeNanos;
        detection.detectTimeNanos = sample.eventTimeNanos;
        detection.score = alarm.statistic;
        detection.threshold = limit;
        detection.regime = sample.regime;
        detection.evidence = evidence(COLUMNS[stream].columnName(), alarm);
        String source = alarm.direction > 0 ? state.upSource : state.downSource;
        detection.sourceFrom = alarm.samples == 1 ? sample.sourceFrom() : source;
        detection.sourceTo = sample.sourceTo();
        return detection;
    }

    private Evidence[] evidence(String column, ShiftAlarm alarm) {
        double none = Double.NaN;
        return new Evidence[] {
            Evidence.of(column, alarm.value, alarm.mean, none),
            Evidence.of(parameters.chart().evidenceName(), alarm.statistic, 0, limit),
            Evidence.of("deviation", alarm.deviation, none, none),
            Evidence.of("autocorrelation", alarm.phi, none, none),
            Evidence.of("shift_sigma", alarm.size, 0, parameters.allowance()),
            Evidence.of("samples_since_change", alarm.samples, none, none)
        };
    }
}
