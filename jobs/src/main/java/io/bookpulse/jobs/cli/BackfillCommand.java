package io.bookpulse.jobs.cli;

import io.bookpulse.connectors.file.FeedInput;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.jobs.pipeline.ReadOrder;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backfill}: the main job over files. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs the main job over files and writes alerts, samples and bars as Parquet.",
        footer = {
            "",
            "Example: bookpulse backfill --input binance-capture:captures/ --output out/spot"
        })
final class BackfillCommand implements Callable<Integer> {
    @Mixin private InputOptions input = new InputOptions();

    @Option(
            names = "--only",
            paramLabel = "OUTPUT",
            description = {
                "samples: no alerts and no bars; features: samples without regimes and scores.",
                "What is not asked for is not computed (default: everything)."
            })
    private @Nullable Wanted only;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description = {
                "time: reads all files side by side, as it happened, every instrument in memory;",
                "instrument: sorts the input first and takes one instrument after the other. The",
                "results are the same (default: time; instrument for more than 1,000 files, or",
                "with control records)."
            })
    private @Nullable ReadOrder order;

    @Mixin private ControlOptions control = new ControlOptions();
    @Mixin private JobOptions job = new JobOptions();
    @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
    @Mixin private ConsoleOptions console = new ConsoleOptions();

    private final JobRunner runner;

    BackfillCommand(JobRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws Exception {
        JobSettings settings = job.settings(configuration.load());
        List<FeedInput> resolved = input.resolve();
        List<String> records = control.records();
        int files = resolved.stream().mapToInt(each -> each.files().size()).sum();
        ReadOrder taken = order != null ? order : ReadOrder.usual(files, !records.isEmpty());
        runner.backfill(
                new BackfillRequest(resolved, settings, records, taken, extent()),
                console.console());
        return ExitStatus.DONE;
    }

    private Extent extent() {
        return only == null ? Extent.EVERYTHING : only.extent;
    }

    /** What can be asked for alone. */
    private enum Wanted {
        SAMPLES(Extent.SAMPLES),
        FEATURES(Extent.FEATURES);

        private final Extent extent;

        Wanted(Extent extent) {
            this.extent = extent;
        }
    }
}
