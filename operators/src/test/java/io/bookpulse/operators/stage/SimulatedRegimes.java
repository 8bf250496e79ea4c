package io.bookpulse.operators.stage;

import io.bookpulse.core.regime.hmm.Gaussian;
import io.bookpulse.core.regime.hmm.HmmFilter;
import io.bookpulse.core.regime.hmm.HmmFit;
import io.bookpulse.core.regime.hmm.HmmModel;
import io.bookpulse.core.regime.hmm.MarkovChain;
import io.bookpulse.core.regime.hmm.Standardisation;
import java.util.List;

/** Two regimes of the simulated market's minutes. */
final class SimulatedRegimes {
    private SimulatedRegimes() {}

    static HmmFilter model(String stamp) {
        double[][] wide = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[][] narrow = {{.1, 0, 0}, {0, .1, 0}, {0, 0, 1}};
        HmmModel model =
                new HmmModel(
                        SimulatedMarket.MINUTE,
                        Standardisation.of(
                                new double[] {0, .001, 1}, new double[] {.001, .001, .1}),
                        MarkovChain.of(new double[] {.5, .5}, new double[][] {{.9, .1}, {.1, .9}}),
                        List.of(
                                Gaussian.of(new double[] {0, -.5, 0}, narrow),
                                Gaussian.of(new double[] {0, .5, 0}, wide)),
                        new HmmFit(0, 0, 0, List.of(), List.of(), List.of(), List.of()));
        return new HmmFilter(model, stamp, 1e-4);
    }
}
