package io.bookpulse.core.detector;

/** Memory of {@link Drift}: constant size, about 2 kB. */
public final class DriftState {
    /** One per stream, in the order of {@link Drift}. */
    public DriftStreamState[] streams = fresh();

    private static DriftStreamState[] fresh() {
        DriftStreamState[] streams = new DriftStreamState[Drift.STREAMS];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new DriftStreamState();
        }
        return streams;
    }
}
