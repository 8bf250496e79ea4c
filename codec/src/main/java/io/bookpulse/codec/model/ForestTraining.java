package io.bookpulse.codec.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How an isolation forest was trained: what its file tells a reader, and no program reads again.
 *
 * @param instruments how many gave samples
 * @param samples usable samples in the input
 * @param rows samples that were drawn from them for trees and limit
 * @param share of the rows that may score above the limit
 * @param alarmsPerDay how many samples a day and instrument that is
 * @param seed what the random choices followed from
 */
public record ForestTraining(
        int instruments, long samples, int rows, double share, double alarmsPerDay, long seed) {

    void write(ObjectNode node) {
        node.put("instruments", instruments);
        node.put("samples", samples);
        node.put("rows", rows);
        node.put("share", share);
        node.put("alarmsPerDay", alarmsPerDay);
        node.put("seed", seed);
    }
}
