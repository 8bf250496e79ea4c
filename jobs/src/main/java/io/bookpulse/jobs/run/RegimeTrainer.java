package io.bookpulse.jobs.run;

import io.bookpulse.codec.model.HmmModelCodec;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.codec.model.ModelOrigin;
import io.bookpulse.core.event.Bar;
import io.bookpulse.core.regime.hmm.HmmCandidate;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.HmmTrainer;
import io.bookpulse.core.regime.hmm.HmmTrainingParameters;
import io.bookpulse.core.regime.hmm.TrainingSet;
import io.bookpulse.jobs.cli.CommandException;
import io.bookpulse.jobs.cli.Console;
import io.bookpulse.jobs.cli.ProgressLine;
import io.bookpulse.jobs.cli.TrainRequest;
import io.bookpulse.jobs.model.LoadedModels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Trains hidden Markov models of bars. One model is fitted on the bars of all instruments that the
 * pattern names, standardised together: so a label means the same volatility for all of them, and
 * the model can judge an instrument that it has not seen. Instruments that do not compare get
 * models of their own, by patterns of their own.
 */
final class RegimeTrainer implements Trainer {
    @Override
    public String kind() {
        return HmmModelCodec.KIND;
    }

    @Override
    public ModelFile train(TrainRequest request, Console console, Path configFolder)
            throws Exception {
        HmmModel previous = previous(request.choice().previous());
        List<Bar> bars = ofOneInterval(BarHarvest.of(request, console, configFolder), request);
        HmmTrainer trainer = trainer(TrainingSet.of(bars), request.choice());
        List<HmmCandidate> fits = fit(trainer, request.parallelism(), console);
        HmmModel model = trainer.choose(fits, bars.get(0).intervalNanos, previous);
        RegimeReport.print(model, bars, previous, console);
        return HmmModelCodec.toFile(model, origin(bars, request));
    }

    private static @Nullable HmmModel previous(@Nullable Path path) throws IOException {
        return path == null
                ? null
                : HmmModelCodec.fromFile(LoadedModels.parse(path), path.toString());
    }

    private static List<Bar> ofOneInterval(List<Bar> bars, TrainRequest request) {
        if (bars.isEmpty()) {
            throw CommandException.failed(
                    "The input gives no bar of an instrument like "
                            + request.instruments().text()
                            + ".");
        }
        long interval = bars.get(0).intervalNanos;
        for (Bar bar : bars) {
            if (bar.intervalNanos != interval) {
                throw CommandException.failed(
                        "The input holds bars of different lengths; train on one at a time, or set"
                                + " market.features.bars.interval to that of the klines.");
            }
        }
        return bars;
    }

    private static HmmTrainer trainer(TrainingSet set, TrainRequest.RegimeChoice choice) {
        HmmTrainingParameters d = HmmTrainingParameters.defaults();
        HmmTrainingParameters seeded =
                new HmmTrainingParameters(
                        d.restarts(),
                        d.iterations(),
                        d.tolerance(),
                        d.ridge(),
                        d.leastShare(),
                        choice.seed());
        try {
            return new HmmTrainer(set, choice.leastStates(), choice.mostStates(), seeded);
        } catch (IllegalArgumentException unfit) {
            throw CommandException.failed(String.valueOf(unfit.getMessage()), unfit);
        }
    }

    /** All fits, several at a time; the order in which they end does not matter. */
    private static List<HmmCandidate> fit(HmmTrainer trainer, int threads, Console console)
            throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (ProgressLine progress = console.progress("train: fits", "fits", trainer.starts())) {
            List<Future<HmmCandidate>> pending = new ArrayList<>();
            for (int start = 0; start < trainer.starts(); start++) {
                int number = start;
                pending.add(pool.submit(() -> trainer.fit(number)));
            }
            List<HmmCandidate> fits = new ArrayList<>();
            for (Future<HmmCandidate> fit : pending) {
                fits.add(fit.get());
                progress.reached(fits.size());
            }
            return fits;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            pool.shutdownNow();
        }
    }

    private static ModelOrigin origin(List<Bar> bars, TrainRequest request) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (Bar bar : bars) {
            from = Math.min(from, bar.openTimeNanos);
            to = Math.max(to, bar.openTimeNanos + bar.intervalNanos);
        }
        return new ModelOrigin(instant(from), instant(to), request.instruments().text());
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
