package io.bookpulse.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureParametersTest {
    private static FeatureParameters with(Duration interval, List<Integer> levels, Duration vwap) {
        FeatureParameters d = FeatureParameters.defaults();
        return new FeatureParameters(
                interval,
                d.staleMax(),
                d.returnHorizon(),
                d.spreadWindow(),
                d.spreadMinSamples(),
                d.spreadFloorTicks(),
                d.depthWindow(),
                d.depthMinSamples(),
                levels,
                d.flowWindows(),
                d.tradeWindows(),
                d.volumeBaselines(),
                d.volumeMinBuckets(),
                vwap,
                d.varianceWindows(),
                d.qualityWindow(),
                d.tickSize(),
                d.rescaleRatio(),
                d.season(),
                d.bars());
    }

    @Test
    void defaultsAreThoseOfTheDefinitions() {
        FeatureParameters defaults = FeatureParameters.defaults();

        assertThat(defaults.sampleInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(defaults.staleMax()).isEqualTo(Duration.ofSeconds(3));
        assertThat(defaults.spreadWindow()).isEqualTo(Duration.ofSeconds(60));
        assertThat(defaults.spreadMinSamples()).isEqualTo(30);
        assertThat(defaults.spreadFloorTicks()).isEqualTo(0.25);
        assertThat(defaults.depthWindow()).isEqualTo(Duration.ofSeconds(600));
        assertThat(defaults.depthMinSamples()).isEqualTo(120);
        assertThat(defaults.imbalanceLevels()).containsExactly(1, 5, 10);
        assertThat(defaults.bars().interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(defaults.bars().activityBars()).isEqualTo(20);
    }

    @Test
    void windowsAreWholeNumbersOfSlots() {
        List<Integer> levels = List.of(1, 5, 10);

        assertThatThrownBy(() -> with(Duration.ofSeconds(2), levels, Duration.ofSeconds(60)))
                .hasMessageContaining("stale-max is PT3S, must be a positive multiple of PT2S");
        assertThatThrownBy(() -> with(Duration.ofSeconds(1), levels, Duration.ofMillis(1500)))
                .hasMessageContaining("vwap-window");
        assertThatThrownBy(() -> with(Duration.ofSeconds(1), levels, Duration.ZERO))
                .hasMessageContaining("vwap-window");
    }

    @Test
    void listsHaveTheirLength() {
        assertThatThrownBy(() -> with(Duration.ofSeconds(1), List.of(1, 5), Duration.ofSeconds(60)))
                .hasMessageContaining("imbalance-levels has 2 values, must have 3");
    }

    @Test
    void acceptsAFinerGrid() {
        FeatureParameters finer =
                with(Duration.ofMillis(250), List.of(1, 5, 10), Duration.ofSeconds(60));

        assertThat(finer.slots(finer.vwapWindow())).isEqualTo(240);
        assertThat(finer.slots(finer.returnHorizon())).isEqualTo(4);
    }
}
