package io.bookpulse.jobs.run;

import io.bookpulse.jobs.bench.BenchTable;
import io.bookpulse.jobs.bench.JobBench;
import io.bookpulse.jobs.bench.JobBenchOptions;
import io.bookpulse.jobs.bench.Measurement;
import io.bookpulse.jobs.bench.Variant;
import io.bookpulse.jobs.cli.BenchRequest;
import io.bookpulse.jobs.cli.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Measures the job in a temporary folder and prints the table. */
final class BenchJob {
    private final BenchRequest request;
    private final Console console;
    private final Path configFolder;

    BenchJob(BenchRequest request, Console console, Path configFolder) {
        this.request = request;
        this.console = console;
        this.configFolder = configFolder;
    }

    void run() throws Exception {
        JobBenchOptions options =
                new JobBenchOptions(
                        Pipelines.parameters(request.configuration(), false),
                        request.events(),
                        request.instruments(),
                        request.parallelism(),
                        request.heap(),
                        request.rounds());
        try (ScratchFolder folder = ScratchFolder.create("bench")) {
            JobBench bench = new JobBench(folder.path(), configFolder, options);
            Map<Variant, List<Measurement>> measured = bench.run(this::tell);
            console.print(BenchTable.of(measured));
            if (!BenchTable.isTrustworthy(measured)) {
                console.out().println("Too short to mean much: add --events.");
                console.out().flush();
            }
        }
    }

    private void tell(String line) {
        if (!console.isQuiet()) {
            console.err().println(line);
            console.err().flush();
        }
    }
}
