package io.bookpulse.jobs.cli;

import io.bookpulse.jobs.config.DurationText;
import io.bookpulse.simulation.market.MarketGeneratorParameters;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that size a generated market. */
final class MarketOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Equal seeds give equal markets (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--instruments",
            paramLabel = "N",
            description = "Number of instruments, 1 to 100,000 (default: 4; ticks: 1).")
    private @Nullable Integer instruments;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "Length of the market, such as 90s, 15min or 2h (default: 15min; ticks: 2h).")
    private @Nullable Duration duration;

    /** The given parameters with what the options change. */
    MarketGeneratorParameters applyTo(MarketGeneratorParameters defaults) {
        try {
            return defaults.withSeed(seed)
                    .withSize(
                            instruments == null ? defaults.instruments() : instruments,
                            duration == null ? defaults.duration() : duration);
        } catch (IllegalArgumentException refused) {
            throw CommandException.wrongUsage("--" + refused.getMessage() + ".", refused);
        }
    }

    /** Reads {@code 15min}. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return DurationText.parse(text);
            } catch (IllegalArgumentException refused) {
                throw new TypeConversionException("'" + text + "' " + refused.getMessage());
            }
        }
    }
}
