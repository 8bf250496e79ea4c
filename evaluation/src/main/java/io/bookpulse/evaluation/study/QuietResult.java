package io.bookpulse.evaluation.study;

/**
 * What a detector did where nothing happened.
 *
 * @param detector its name
 * @param stream the kind of noise
 * @param samples how many values it saw, warm-up left out
 * @param alarms how often it alarmed
 * @param perDay alarms a day of 86,400 values
 */
public record QuietResult(
        String detector, StreamKind stream, long samples, long alarms, RateInterval perDay) {
    /** Mean values from one false alarm to the next (ARL0); infinite without any. */
    public double runLength() {
        return (double) samples / alarms;
    }
}
