package io.bookpulse.bench.job;

import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.detector.SampleDetectorsState;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.regime.RuleRegimeState;

/** All that is remembered of one instrument. */
record InstrumentStates(
        MarketState market,
        RuleRegimeState regime,
        SampleDetectorsState detectors,
        DecisionState decision) {}
