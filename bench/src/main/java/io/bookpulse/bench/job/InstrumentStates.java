package io.bookpulse.bench.job;

import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.ensemble.EnsembleState;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.regime.RegimesState;

/** All that is remembered of one instrument. */
record InstrumentStates(
        MarketState market,
        RegimesState regimes,
        SampleDetectorsState detectors,
        EnsembleState ensemble,
        DecisionState decision) {}
