package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bookpulse.core.detector.AlarmRateParameters;
import io.bookpulse.core.detector.CalibratedThresholds;
import io.bookpulse.core.detector.RatedDetector;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The threshold that a calibration found for one detector.
 *
 * @param detector the detector
 * @param perDay false alarms by instrument and day that were asked
 * @param threshold where the history has that many, in the units of {@link RatedDetector}
 * @param alarms how many it has at that threshold
 * @param lowPerDay lower end of the 90 % interval of the rate, by block bootstrap
 * @param highPerDay its upper end
 */
public record CalibrationEntry(
        RatedDetector detector,
        double perDay,
        double threshold,
        long alarms,
        double lowPerDay,
        double highPerDay) {
    /** How thresholds are found: the one method there is. */
    static final String METHOD = "block-bootstrap";

    /** Checks rate and threshold by the rules of the configuration. */
    public CalibrationEntry {
        AlarmRateParameters.defaults().withRate(perDay);
        CalibratedThresholds.none().with(detector, threshold);
        if (threshold == 0) {
            throw new IllegalArgumentException("threshold is 0");
        }
    }

    static CalibrationEntry read(JsonFields fields) {
        RatedDetector detector = detector(fields);
        if (!fields.text("method").equals(METHOD)) {
            throw fields.wrong("method", "must be " + METHOD);
        }
        double perDay = fields.number("falseAlarmsPerSymbolDay");
        double threshold = fields.number("threshold");
        long alarms = fields.whole("alarms");
        double low = fields.number("lowPerDay");
        double high = fields.number("highPerDay");
        try {
            return new CalibrationEntry(detector, perDay, threshold, alarms, low, high);
        } catch (IllegalArgumentException outOfRange) {
            throw fields.wrong(
                    "threshold or rate of " + detector.word(),
                    "cannot be used: " + outOfRange.getMessage());
        }
    }

    private static RatedDetector detector(JsonFields fields) {
        String word = fields.text("detector");
        return Arrays.stream(RatedDetector.values())
                .filter(detector -> detector.word().equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                fields.wrong(
                                        "detector",
                                        "is "
                                                + word
                                                + ", must be one of "
                                                + Arrays.stream(RatedDetector.values())
                                                        .map(RatedDetector::word)
                                                        .collect(Collectors.joining(", "))));
    }

    void write(ObjectNode node) {
        node.put("detector", detector.word());
        node.put("falseAlarmsPerSymbolDay", perDay);
        node.put("threshold", threshold);
        node.put("method", METHOD);
        node.put("alarms", alarms);
        node.put("lowPerDay", lowPerDay);
        node.put("highPerDay", highPerDay);
    }
}
