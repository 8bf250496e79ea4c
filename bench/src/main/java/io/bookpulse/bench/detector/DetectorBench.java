package io.bookpulse.bench.detector;

import io.bookpulse.bench.report.Machine;
import io.bookpulse.evaluation.study.Candidate;
import io.bookpulse.evaluation.study.Candidates;
import io.bookpulse.jobs.run.ScratchFolder;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs parts of the bench and keeps what they say. */
public final class DetectorBench {
    private final DetectorBenchOptions options;
    private final Consumer<String> progress;
    private final Map<Part, String> sections = new EnumMap<>(Part.class);
    private final List<Row> rows = new ArrayList<>();

    /** A bench; {@code progress} hears what it is at. */
    public DetectorBench(DetectorBenchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Runs those parts. */
    public void run(Collection<Part> parts) throws Exception {
        for (Part part : parts) {
            String section =
                    switch (part) {
                        case NOISE -> noise();
                        case MARKET -> markets();
                        case SERIES -> series();
                        case COST -> cost();
                    };
            sections.put(part, section);
        }
    }

    /** What was measured, as Markdown, by part. */
    public Map<Part, String> sections() {
        return new EnumMap<>(sections);
    }

    /** Writes what was measured into the pages of a folder. */
    public void write(Path folder) throws IOException {
        DetectorPages.write(folder, sections);
        DetectorPages.write(folder, rows);
    }

    private String noise() {
        NoiseResults results = NoiseResults.of(options.study(), progress);
        rows.addAll(NoiseTables.rows(results));
        return NoiseTables.markdown(results);
    }

    private String markets() throws Exception {
        Map<String, MarketGeneratorParameters> markets = new LinkedHashMap<>();
        markets.put("calm", options.calmMarket());
        markets.put("busy", options.busyMarket());
        markets.put("quiet", options.quietMarket());
        List<MarketRun> runs = new ArrayList<>();
        try (ScratchFolder folder = ScratchFolder.create("detectors")) {
            for (Map.Entry<String, MarketGeneratorParameters> market : markets.entrySet()) {
                String name = market.getKey();
                progress.accept("market: " + name);
                Path own = folder.path().resolve(name);
                runs.add(MarketRun.of(name, market.getValue(), options, own));
            }
        }
        rows.addAll(MarketTables.rows(runs));
        return MarketTables.markdown(options, runs);
    }

    private String series() throws IOException {
        progress.accept("series");
        List<AnnotatedSeries> all =
                AnnotatedSeries.in(options.captures().resolve("changepoint_tcpd"));
        rows.addAll(SeriesTables.rows(all));
        return all.isEmpty()
                ? "No series under " + options.captures() + ".\n"
                : SeriesTables.markdown(all);
    }

    private String cost() throws IOException {
        List<DetectorCost> costs = new ArrayList<>();
        for (Candidate candidate : Candidates.all(options.study().falseAlarmsPerDay())) {
            progress.accept("cost: " + candidate.name());
            costs.add(DetectorCost.of(candidate, options.costValues()));
        }
        return CostTable.markdown(costs, Machine.describe());
    }
}
