package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.CalibrationEntry;
import io.bookpulse.codec.model.CalibrationFile;
import io.bookpulse.codec.model.CalibrationOrigin;
import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.core.detector.SampleDetectorsParameters;
import io.bookpulse.core.detector.SpreadSpikeParameters;
import io.bookpulse.core.feature.SpreadScore;
import io.bookpulse.evaluation.alarm.AlarmAsked;
import io.bookpulse.evaluation.alarm.AlarmCalibration;
import io.bookpulse.evaluation.alarm.CalibratedThreshold;
import io.bookpulse.evaluation.alarm.RatedParameters;
import io.bookpulse.jobs.cli.CalibrateRequest;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.config.BookpulseConfiguration;
import io.bookpulse.jobs.config.Calibrations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes samples of quiet history by the pipeline, finds thresholds on them, reports and writes; a
 * failed calibration leaves no file.
 */
final class CalibrateJob {
    private final CalibrateRequest request;
    private final BookpulseConfiguration configuration;
    private final Console console;
    private final Path configFolder;

    /** A calibration with Flink's {@code config.yaml} of that folder. */
    CalibrateJob(CalibrateRequest request, Console console, Path configFolder) {
        this.request = request;
        this.configuration = request.configuration().value();
        this.console = console;
        this.configFolder = configFolder;
    }

    /** Harvests, finds, reports and writes. */
    void run() throws Exception {
        try (ScratchFolder folder = ScratchFolder.create("calibrate")) {
            StoredHistory history = new StoredHistory(folder.path());
            SampleHarvest.into(
                    history::add,
                    new SampleHarvest.Harvest(
                            request.inputs(),
                            request.instruments(),
                            request.configuration(),
                            request.parallelism()),
                    "calibrate",
                    console,
                    configFolder);
            history.finish();
            List<CalibratedThreshold> found = find(history);
            CalibrationFile file = file(history, found);
            TextFile.write(file.text(), request.output());
            CalibrationReport.print(file, found, request.output(), console);
        }
    }

    private List<CalibratedThreshold> find(StoredHistory history) {
        List<StoredSeries> series = history.series();
        if (series.isEmpty()) {
            throw CommandException.failed("The input has no samples of such instruments.");
        }
        AlarmCalibration calibration = new AlarmCalibration(parameters());
        try {
            return calibration.find(asked(), series);
        } catch (IllegalArgumentException tooShort) {
            String message = String.valueOf(tooShort.getMessage());
            throw CommandException.failed(
                    Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".",
                    tooShort);
        }
    }

    private RatedParameters parameters() {
        return new RatedParameters(
                configuration.market().spreadSpike(),
                configuration.market().depthCollapse(),
                new SampleDetectorsParameters(
                        configuration.drift(),
                        configuration.changePoint(),
                        configuration.volumeBurst(),
                        configuration.volatilityBurst(),
                        configuration.dataQuality()),
                configuration.market().features().sampleInterval());
    }

    /** The detectors that run, and whose statistic samples show. */
    private List<AlarmAsked> asked() {
        List<RatedDetector> detectors = new ArrayList<>();
        SpreadSpikeParameters spike = configuration.market().spreadSpike();
        if (spike.calibratedTo(1).score() == SpreadScore.TAIL_CALIBRATED) {
            detectors.add(RatedDetector.SPREAD_SPIKE);
        }
        detectors.add(RatedDetector.DEPTH_COLLAPSE);
        detectors.add(RatedDetector.of(configuration.drift().chart()));
        if (configuration.changePoint().enabled()) {
            detectors.add(RatedDetector.CHANGE_POINT);
        }
        detectors.add(RatedDetector.VOLUME_BURST);
        detectors.add(RatedDetector.VOLATILITY_BURST);
        return detectors.stream()
                .map(each -> new AlarmAsked(each, configuration.alarmRate().rate(each)))
                .toList();
    }

    private CalibrationFile file(StoredHistory history, List<CalibratedThreshold> found) {
        List<CalibrationEntry> entries =
                found.stream()
                        .filter(CalibratedThreshold::isFound)
                        .map(
                                each ->
                                        new CalibrationEntry(
                                                each.asked().detector(),
                                                each.asked().perDay(),
                                                each.threshold(),
                                                each.alarms(),
                                                each.lowPerDay(),
                                                each.highPerDay()))
                        .toList();
        if (entries.isEmpty()) {
            throw CommandException.failed(
                    "No detector alarms as often as asked at any threshold on this history; is"
                            + " anything traded and quoted in it?");
        }
        return new CalibrationFile(
                new CalibrationOrigin(
                        history.from(),
                        history.to(),
                        history.series().size(),
                        history.samples(),
                        configuration.market().features().sampleInterval(),
                        history.hash(),
                        Calibrations.detectorHash(request.configuration())),
                entries);
    }
}
