package io.bookpulse.bench.detector;

import java.util.List;

/** What detectors cost, as Markdown. */
final class CostTable {
    private CostTable() {}

    static String markdown(List<DetectorCost> costs, String machine) {
        Markdown table =
                new Markdown(
                        List.of("detector", "ns an update", "least to most", "bytes of state"));
        for (DetectorCost cost : costs) {
            table.row(
                    cost.detector(),
                    Markdown.number(cost.nanos().median()),
                    Markdown.interval(cost.nanos().least(), cost.nanos().most()),
                    Markdown.number((double) cost.bytes()));
        }
        return machine + ".\n\n" + table.render();
    }
}
