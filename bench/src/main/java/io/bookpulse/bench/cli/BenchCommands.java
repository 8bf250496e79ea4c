package io.bookpulse.bench.cli;

import io.bookpulse.jobs.cli.CommandExtension;
import java.util.List;

/** What {@code bookpulse bench} can measure. */
public final class BenchCommands implements CommandExtension {
    @Override
    public String parent() {
        return "bench";
    }

    @Override
    public List<Object> commands() {
        return List.of(
                new MicroCommand(),
                new JobCommand(),
                new PeersCommand(),
                new KafkaCommand(),
                new LatencyCommand(),
                new CepCommand(),
                new ScaleCommand(),
                new DetectorsCommand(),
                new AlarmRatesCommand());
    }
}
