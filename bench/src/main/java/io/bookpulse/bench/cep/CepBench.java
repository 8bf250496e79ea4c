package io.bookpulse.bench.cep;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The patterns on the default backend for the whole time, then on RocksDB while there is time. */
public final class CepBench {
    private static final long MOST_SHARE_EVENTS = 500_000;
    private static final long SHARE_EVENTS_A_MINUTE = 10_000;

    private final Path folder;
    private final CepOptions options;

    /** A bench that works in that folder. */
    public CepBench(Path folder, CepOptions options) {
        this.folder = folder;
        this.options = options;
    }

    /** Runs everything; tells each mark as it comes. */
    public CepResult run(Consumer<String> progress) throws Exception {
        List<CepPoint> routed =
                new CepRun(options, folder.resolve("routed"), false)
                        .through(point -> progress.accept(said("routed", point)));
        List<CepPoint> rocksDb =
                options.patience().isZero()
                        ? List.of()
                        : new CepRun(options, folder.resolve("rocksdb"), true)
                                .patiently(point -> progress.accept(said("all in RocksDB", point)));
        long events =
                Math.min(
                        MOST_SHARE_EVENTS, SHARE_EVENTS_A_MINUTE * options.eventTime().toMinutes());
        double share = TransitionShare.of(options.pipeline().market(), events);
        return new CepResult(options.instruments(), routed, rocksDb, share);
    }

    private static String said(String backend, CepPoint point) {
        return String.format(
                Locale.ROOT,
                "%s, %.0f s of event time: %.2f CPU-us a transition",
                backend,
                point.seconds(),
                point.microsPerTransition());
    }
}
