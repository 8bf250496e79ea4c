package io.bookpulse.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.run.Pipelines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobBenchOptionsTest {
    private static final JobCase FEW = new JobCase(100, 1, false, FeedFormat.BOOKPULSE);
    private static final JobCase MOST = new JobCase(100_000, 1, false, FeedFormat.BOOKPULSE);

    @Test
    void givesAllInstrumentsRoomUnlessAskedForOtherwise() {
        assertThat(liveKeys(options(), FEW)).isEqualTo(20_000);
        assertThat(liveKeys(options(), MOST)).isEqualTo(100_000);
        assertThat(liveKeys(options("state.max-live-keys=50"), FEW)).isEqualTo(50);
        assertThat(liveKeys(options("state.max-live-keys=50"), MOST)).isEqualTo(50);
    }

    private static int liveKeys(JobBenchOptions options, JobCase jobCase) {
        return options.withRoomFor(jobCase).pipeline().keys().maxLiveKeys();
    }

    @Test
    void measuresMemoryInOneCaseOfEachMarket() {
        List<JobCase> asked =
                JobGrid.whole().stream().filter(whole(options())::asksForSize).toList();
        assertThat(asked)
                .hasSize(8)
                .allMatch(jobCase -> jobCase.parallelism() == 1 && !jobCase.heap());
    }

    private static JobBenchOptions whole(JobBenchOptions options) {
        return new JobBenchOptions(
                options.pipeline(),
                options.configFolder(),
                JobGrid.whole(),
                options.events(),
                options.leastSpan(),
                1,
                true);
    }

    private static JobBenchOptions options(String... assignments) {
        return new JobBenchOptions(
                Pipelines.parameters(
                        Configurations.loader(Configurations.DEFAULT_PROFILE)
                                .assignments(List.of(assignments))
                                .load(),
                        false),
                Path.of("conf"),
                List.of(FEW),
                1_000,
                Duration.ZERO,
                1,
                false);
    }
}
