package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What a calibration was made of.
 *
 * @param from beginning of the history, UTC
 * @param to its end, UTC
 * @param instruments how many it has
 * @param samples how many samples they have together
 * @param sampleInterval distance of two samples
 * @param inputHash 16 hexadecimal digits of all that the detectors saw of it
 * @param detectorHash 16 hexadecimal digits of the configuration of features and detectors
 */
public record CalibrationOrigin(
        Instant from,
        Instant to,
        int instruments,
        long samples,
        Duration sampleInterval,
        String inputHash,
        String detectorHash) {

    /** The history's length in instrument-days. */
    public double days() {
        return samples * (sampleInterval.toNanos() / 86_400e9);
    }

    static CalibrationOrigin read(JsonFields fields) {
        return new CalibrationOrigin(
                fields.time("from"),
                fields.time("to"),
                fields.integer("instruments"),
                fields.whole("samples"),
                Duration.ofNanos(fields.whole("sampleIntervalNanos")),
                fields.text("inputHash"),
                fields.text("detectorHash"));
    }

    void write(ObjectNode node) {
        node.put("from", from.toString());
        node.put("to", to.toString());
        node.put("instruments", instruments);
        node.put("samples", samples);
        node.put("sampleIntervalNanos", sampleInterval.toNanos());
        node.put("inputHash", inputHash);
        node.put("detectorHash", detectorHash);
    }
}
