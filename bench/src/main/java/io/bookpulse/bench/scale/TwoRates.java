package io.bookpulse.bench.scale;

/**
 * Tells the cost of an event from that of a sample by two markets that differ in how many samples
 * there are to an event: {@code cost = perEvent + samplesPerEvent * perSample}.
 *
 * @param usual CPU time an event at the usual rates, us
 * @param quiet CPU time an event in a quiet market, us
 * @param perEvent CPU time that an event adds, us
 * @param perSample CPU time of an instrument and second without any event, us: a sample and all
 *     that judges it
 */
record TwoRates(double usual, double quiet, double perEvent, double perSample) {
    static TwoRates of(
            double usualMicros, double usualSamples, double quietMicros, double quietSamples) {
        double perSample = (quietMicros - usualMicros) / (quietSamples - usualSamples);
        return new TwoRates(
                usualMicros, quietMicros, usualMicros - usualSamples * perSample, perSample);
    }
}
