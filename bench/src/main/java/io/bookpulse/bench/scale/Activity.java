package io.bookpulse.bench.scale;

import io.bookpulse.simulation.market.MarketGeneratorParameters;
import io.bookpulse.simulation.market.QuoteParameters;
import io.bookpulse.simulation.market.TradeParameters;

/** Markets with more events a second. */
final class Activity {
    private Activity() {}

    /** The market with that many times the rates of book changes and trades. */
    static MarketGeneratorParameters faster(MarketGeneratorParameters market, double times) {
        QuoteParameters quote = market.quote();
        TradeParameters trade = market.trade();
        return new MarketGeneratorParameters(
                market.seed(),
                market.instruments(),
                market.startNanos(),
                market.duration(),
                market.activityExponent(),
                market.price(),
                new QuoteParameters(
                        quote.levels(),
                        quote.tick(),
                        quote.updatesPerSecond() * times,
                        quote.spreadBps(),
                        quote.spreadSensitivity(),
                        quote.spreadNoise(),
                        quote.topSize(),
                        quote.sizeDecay(),
                        quote.sizeNoise(),
                        quote.imbalancePersistence(),
                        quote.imbalanceDeviation()),
                new TradeParameters(
                        trade.baseRate() * times,
                        trade.branching(),
                        trade.decay(),
                        trade.medianSize(),
                        trade.sizeDeviation(),
                        trade.informedShare()),
                market.injection(),
                market.fault());
    }
}
