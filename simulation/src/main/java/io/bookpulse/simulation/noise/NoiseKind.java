package io.bookpulse.simulation.noise;

/** The four kinds of noise that quiet markets are made of, each of mean 0 and variance 1. */
public enum NoiseKind {
    /** Independent normal values. */
    INDEPENDENT("iid"),
    /** First-order autoregression with coefficient 0.64 and normal innovations. */
    AUTOREGRESSIVE("AR(1) 0.64"),
    /** Independent values of Student's t with 3 degrees of freedom: heavy tails. */
    STUDENT("Student t3"),
    /** Conditional variance {@code 0.01 + 0.08 x'^2 + 0.91 variance'}: volatility in clusters. */
    CLUSTERED("GARCH(0.08, 0.91)");

    private final String title;

    NoiseKind(String title) {
        this.title = title;
    }

    /** The name in tables. */
    public String title() {
        return title;
    }
}
