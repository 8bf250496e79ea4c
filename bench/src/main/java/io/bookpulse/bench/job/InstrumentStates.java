package io.bookpulse.bench.job;

import io.bookpulse.core.decision.DecisionState;
import io.bookpulse.core.detector.DataQualityState;
import io.bookpulse.core.detector.DriftState;
import io.bookpulse.core.market.MarketState;
import io.bookpulse.core.regime.RuleRegimeState;

/** All that is remembered of one instrument. */
record InstrumentStates(
        MarketState market,
        RuleRegimeState regime,
        DriftState drift,
        DataQualityState dataQuality,
        DecisionState decision) {}
