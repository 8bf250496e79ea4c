package io.bookpulse.bench.scale;

import io.bookpulse.bench.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The rows that the parts find, and the numbers from which more machines are computed. */
final class ScaleRows {
    static final double MEGABYTE = 1 << 20;

    private final List<Figure> figures = new ArrayList<>();
    private final TreeMap<Integer, Double> cpuByInstruments = new TreeMap<>();
    private final String command;
    private final Consumer<String> progress;
    private double heapBytes = Double.NaN;
    private double hottest = Double.NaN;

    ScaleRows(String command, Consumer<String> progress) {
        this.command = command;
        this.progress = progress;
    }

    void add(String name, String format, Object... values) {
        addWithBudget(name, String.format(Locale.ROOT, format, values), "", "");
    }

    void addWithBudget(String name, String measured, String must, String aim) {
        figures.add(new Figure(name, measured, must, aim, command));
        progress.accept(name + ": " + measured);
    }

    /** Notes the cost of an event, and the live heap of an instrument unless it is known better. */
    void cost(int instruments, double cpuMicros, double liveBytes) {
        cpuByInstruments.put(instruments, cpuMicros);
        if (Double.isNaN(heapBytes)) {
            heapBytes = liveBytes;
        }
    }

    /** Notes the live heap of an instrument whose windows are full. */
    void state(double liveBytes) {
        heapBytes = liveBytes;
    }

    /** Notes how many events a second one instrument can have. */
    void hottest(double eventsPerSecond) {
        hottest = eventsPerSecond;
    }

    /** All rows, with those that follow from them if there is enough to follow from. */
    List<Figure> figures() {
        double cpuMicros =
                cpuByInstruments.isEmpty() ? Double.NaN : cpuByInstruments.lastEntry().getValue();
        if (cpuMicros > 0 && heapBytes > 0 && hottest > 0) {
            ScaleModel model = new ScaleModel(cpuMicros, heapBytes, hottest);
            for (int managers : new int[] {1, 10, 100}) {
                add(
                        "computed: %d TaskManager%s of 2 cores and 8 GB"
                                .formatted(managers, managers == 1 ? "" : "s"),
                        "%s",
                        model.text(managers));
            }
        }
        return figures;
    }
}
