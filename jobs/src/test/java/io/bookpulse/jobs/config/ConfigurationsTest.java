package io.bookpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.detector.AlarmProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationsTest {
    private static LoadedConfiguration<BookpulseConfiguration> load(String... assignments) {
        return Configurations.loader("calibrated").assignments(List.of(assignments)).load();
    }

    @Test
    void describesEveryKeyAndNoOther() {
        assertThat(ConfigDescription.all().keySet()).isEqualTo(load().texts().keySet());
    }

    @Test
    void describesEveryKeyWithUnitAndReason() {
        assertThat(ConfigDescription.all().values())
                .allSatisfy(
                        description -> {
                            assertThat(description.unit()).isNotBlank();
                            assertThat(description.reason()).isNotBlank();
                        });
    }

    @Test
    void givesEveryKeyAnEnvironmentVariableOfItsOwn() {
        List<String> keys = List.copyOf(load().texts().keySet());

        assertThat(keys.stream().map(EnvironmentLayer::variable).distinct()).hasSameSizeAs(keys);
    }

    @Test
    void loadsEveryProfile() {
        assertThat(Configurations.loader("calibrated").load().value().alarmRate().profile())
                .isEqualTo(AlarmProfile.CALIBRATED);
        BookpulseConfiguration parity = Configurations.loader("parity").load().value();
        assertThat(parity.alarmRate().profile()).isEqualTo(AlarmProfile.PARITY);
        // DEFINITIONS 20
        assertThat(parity.market().spreadSpike().threshold()).isEqualTo(3.0);
        assertThat(parity.market().depthCollapse().ratio()).isEqualTo(0.3);
        assertThat(parity.drift().cusum().k()).isEqualTo(0.5);
        assertThat(parity.drift().cusum().h()).isEqualTo(3.0);
        assertThat(parity.decision().cooldown()).hasSeconds(30);
    }

    @Test
    void givesTheProfilesDifferentHashes() {
        assertThat(Configurations.loader("parity").load().hash()).isNotEqualTo(load().hash());
    }

    @Test
    void keepsTheHashWhereOnlyPlaceAndPaceChange() {
        assertThat(
                        load(
                                        "kafka.bootstrap=other:9092",
                                        "kafka.topic-prefix=test",
                                        "checkpoint.interval=1s",
                                        "state.max-live-keys=7",
                                        "watermark.idle-timeout=1min")
                                .hash())
                .isEqualTo(load().hash());
        assertThat(load("watermark.out-of-order=1s").hash()).isNotEqualTo(load().hash());
        assertThat(load("decision.cooldown=31s").hash()).isNotEqualTo(load().hash());
    }

    @Test
    void refusesAnUnknownProfile() {
        assertThatThrownBy(() -> Configurations.loader("paritty"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown profile, must be one of calibrated, parity")
                .hasMessageContaining("did you mean parity?");
    }

    @Test
    void refusesFilesThatCannotBeRead(@TempDir Path folder) throws Exception {
        ConfigLoader<BookpulseConfiguration> loader = Configurations.loader("parity");
        Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0});

        assertThatThrownBy(() -> Configurations.addFile(loader, folder.resolve("none.yaml")))
                .hasMessageContaining("none.yaml")
                .hasMessageContaining("there is no such file");
        assertThatThrownBy(() -> Configurations.addFile(loader, folder))
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> Configurations.addFile(loader, binary))
                .hasMessageContaining("cannot be read as UTF-8 text");
    }

    @Test
    void namesTheDefaultThatAValueContradicts() {
        assertThatThrownBy(() -> load("market.spread-spike.threshold=1"))
                .hasMessage(
                        "configuration: market.spread-spike.rearm = 1.5 (default): must be from"
                                + " 0.0 to 1.0 (given: market.spread-spike.threshold = 1)");
    }
}
