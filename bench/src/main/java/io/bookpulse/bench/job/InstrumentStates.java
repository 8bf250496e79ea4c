package io.bookpulse.bench.job;

import io.bookpulse.core.anomaly.AnomalyState;
import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.event.Detection;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.regime.RegimesState;
import java.util.ArrayList;

/**
 * All that is remembered of one instrument.
 *
 * @param found detections of one moment, until it is certain that there are no more of it
 */
record InstrumentStates(
        MarketState market,
        RegimesState regimes,
        SampleDetectorsState detectors,
        AnomalyState anomaly,
        EnsembleState ensemble,
        DecisionState decision,
        ArrayList<Detection> found) {}
