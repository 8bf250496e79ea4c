package io.bookpulse.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {
    private static ConfigLoader<MarketTree> loader() {
        return new ConfigLoader<>(MarketTree.defaults(), Set.of("topic-prefix"));
    }

    private static List<String> problemsOf(ConfigLoader<MarketTree> loader) {
        ConfigException refused = catchThrowableOfType(ConfigException.class, loader::load);
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(ConfigProblem::toString).toList();
    }

    @Test
    void givesTheDefaultsWhenNobodySaysAnything() {
        LoadedConfiguration<MarketTree> loaded = loader().load();

        assertThat(loaded.value()).isEqualTo(MarketTree.defaults());
        assertThat(loaded.origin("spread-spike.threshold")).isEqualTo("default");
        assertThat(loaded.texts())
                .containsExactly(
                        Map.entry("depth-window.interval", "1s"),
                        Map.entry("depth-window.length", "10min"),
                        Map.entry("depth-window.levels", "[1, 5, 10]"),
                        Map.entry("spread-spike.confirm-samples", "2"),
                        Map.entry("spread-spike.enabled", "true"),
                        Map.entry("spread-spike.mode", "onset-and-clear"),
                        Map.entry("spread-spike.threshold", "3.0"),
                        Map.entry("topic-prefix", "bookpulse"));
    }

    @Test
    void readsEveryTypeFromNestedYaml() {
        String yaml =
                """
                spread-spike:
                  threshold: 4
                  confirm-samples: 3
                  enabled: false
                  mode: onset-only
                depth-window:
                  interval: 500ms
                  length: 1h
                  levels: [2, 4]
                topic-prefix: test
                """;

        MarketTree tree = loader().yaml(yaml, "my.yaml").load().value();

        assertThat(tree.spreadSpike())
                .isEqualTo(new MarketTree.SpikeNode(4, 3, false, MarketTree.Mode.ONSET_ONLY));
        assertThat(tree.depthWindow())
                .isEqualTo(
                        new MarketTree.WindowNode(
                                Duration.ofMillis(500), Duration.ofHours(1), List.of(2, 4)));
        assertThat(tree.topicPrefix()).isEqualTo("test");
    }

    @Test
    void takesDottedKeysInYamlAsNestedOnes() {
        MarketTree tree = loader().yaml("spread-spike.threshold: 5", "my.yaml").load().value();

        assertThat(tree.spreadSpike().threshold()).isEqualTo(5);
    }

    @Test
    void letsLaterLayersWinAndRemembersWhereEachValueCameFrom() {
        LoadedConfiguration<MarketTree> loaded =
                loader().yaml("spread-spike:\n  threshold: 4\n  confirm-samples: 4", "low.yaml")
                        .yaml("spread-spike:\n  threshold: 5\n  enabled: false", "high.yaml")
                        .environment(Map.of("BOOKPULSE_SPREAD_SPIKE_THRESHOLD", "6", "HOME", "/x"))
                        .assignments(List.of("spread-spike.mode=onset-only", "topic-prefix=a=b"))
                        .load();

        assertThat(loaded.value().spreadSpike())
                .isEqualTo(new MarketTree.SpikeNode(6, 4, false, MarketTree.Mode.ONSET_ONLY));
        assertThat(loaded.value().topicPrefix()).isEqualTo("a=b");
        assertThat(loaded.origin("spread-spike.confirm-samples")).isEqualTo("low.yaml:3");
        assertThat(loaded.origin("spread-spike.enabled")).isEqualTo("high.yaml:3");
        assertThat(loaded.origin("spread-spike.threshold"))
                .isEqualTo("environment BOOKPULSE_SPREAD_SPIKE_THRESHOLD");
        assertThat(loaded.origin("spread-spike.mode")).isEqualTo("--set");
    }

    @Test
    void letsSetBeatTheEnvironment() {
        LoadedConfiguration<MarketTree> loaded =
                loader().environment(Map.of("BOOKPULSE_SPREAD_SPIKE_THRESHOLD", "6"))
                        .assignments(List.of("spread-spike.threshold=7"))
                        .load();

        assertThat(loaded.value().spreadSpike().threshold()).isEqualTo(7);
    }

    @Test
    void reportsEveryProblemOfEveryLayerAtOnce() {
        String yaml =
                """
                spread-spike:
                  treshold: 4
                  confirm-samples: 0
                  enabled: yes please
                  mode: sometimes
                depth-window:
                  interval: 1 parsec
                  levels: [1, two]
                topic-prefix:
                """;

        assertThat(
                        problemsOf(
                                loader().yaml(yaml, "my.yaml")
                                        .environment(Map.of("BOOKPULSE_TOPIC_PREFX", "x"))
                                        .assignments(
                                                List.of("spread-spike.threshold=-1", "rubbish"))))
                .containsExactlyInAnyOrder(
                        "spread-spike.treshold = 4 (my.yaml:2): unknown key, did you mean"
                                + " spread-spike.threshold?",
                        "spread-spike.confirm-samples = 0 (my.yaml:3): must be at least 1",
                        "spread-spike.enabled = yes please (my.yaml:4): must be true or false",
                        "spread-spike.mode = sometimes (my.yaml:5): must be one of onset-only,"
                                + " onset-and-clear",
                        "depth-window.interval = 1 parsec (my.yaml:7): must be a duration such as"
                                + " 500ms, 1s, 10min, 24h or 7d",
                        "depth-window.levels = [1, two] (my.yaml:8): must be a whole number",
                        "topic-prefix (my.yaml:9): has no value",
                        "BOOKPULSE_TOPIC_PREFX = x (environment): unknown variable, did you mean"
                                + " BOOKPULSE_TOPIC_PREFIX?",
                        "spread-spike.threshold = -1 (--set): must be a finite number above 0",
                        "rubbish (--set): must be written key=value");
    }

    @Test
    void reportsBothOfTwoBadValuesInOneRecord() {
        assertThat(
                        problemsOf(
                                loader().assignments(
                                                List.of(
                                                        "spread-spike.threshold=NaN",
                                                        "spread-spike.confirm-samples=-3"))))
                .containsExactlyInAnyOrder(
                        "spread-spike.threshold = NaN (--set): must be a finite number above 0",
                        "spread-spike.confirm-samples = -3 (--set): must be at least 1");
    }

    @Test
    void reportsValuesThatOnlyTogetherAreWrong() {
        assertThat(
                        problemsOf(
                                loader().assignments(
                                                List.of(
                                                        "depth-window.interval=30s",
                                                        "depth-window.length=75s"))))
                .singleElement()
                .asString()
                .contains("depth-window.length = 75s (--set): must be a multiple of interval");
    }

    @Test
    void saysWhichKeysASectionHas() {
        assertThat(problemsOf(loader().assignments(List.of("depth-window=3"))))
                .containsExactly(
                        "depth-window = 3 (--set): is a section, not a value; its keys are"
                                + " depth-window.interval, depth-window.length,"
                                + " depth-window.levels");
    }

    @Test
    void findsAKeyByItsLastWord() {
        assertThat(problemsOf(loader().assignments(List.of("threshold=3"))))
                .containsExactly(
                        "threshold = 3 (--set): unknown key, did you mean spread-spike.threshold?");
    }

    @Test
    void reportsBrokenYamlWithItsLine() {
        assertThat(problemsOf(loader().yaml("spread-spike:\n  threshold: [4\n", "my.yaml")))
                .singleElement()
                .asString()
                .startsWith("YAML (my.yaml:")
                .contains("not readable as YAML");
    }

    @Test
    void refusesAKeyGivenTwiceInOneFile() {
        assertThat(problemsOf(loader().yaml("topic-prefix: a\ntopic-prefix: b\n", "my.yaml")))
                .singleElement()
                .asString()
                .contains("Duplicate field 'topic-prefix'");
    }

    @Test
    void hashesWhatCanChangeResultsAndNothingElse() {
        String plain = loader().load().hash();

        assertThat(plain).matches("[0-9a-f]{16}");
        assertThat(loader().assignments(List.of("topic-prefix=other")).load().hash())
                .isEqualTo(plain);
        assertThat(loader().assignments(List.of("depth-window.length=600s")).load().hash())
                .isEqualTo(plain);
        assertThat(loader().assignments(List.of("spread-spike.threshold=3.5")).load().hash())
                .isNotEqualTo(plain);
    }

    @Test
    void keepsItsHashOverReleases() {
        // printf of the seven sorted lines key=value into sha256sum, first 16 digits
        assertThat(loader().load().hash()).isEqualTo("5ddb8b592183be81");
    }
}
