package io.bookpulse.jobs.control;

import static io.bookpulse.jobs.control.ControlRecords.model;
import static io.bookpulse.jobs.control.ControlRecords.set;
import static io.bookpulse.jobs.control.ControlRecords.unset;
import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.jobs.config.Configurations;
import io.bookpulse.jobs.config.TunableKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlRulesTest {
    private static final ControlRules PARITY = rules("parity");

    private static ControlRules rules(String profile) {
        return new ControlRules(
                new ConfigurationTuner(Configurations.loader(profile).load().texts()));
    }

    @Test
    void everyTunableKeyIsAKey() {
        assertThat(Configurations.loader("parity").load().texts().keySet())
                .containsAll(TunableKeys.all());
    }

    /** A key that can change has no reason against it, every other one has. */
    @Test
    void everyKeyIsTunableOrFixedForAReason() {
        Set<String> keys = Configurations.loader("parity").load().texts().keySet();
        for (String key : keys) {
            assertThat(TunableKeys.whyFixed(key).isEmpty())
                    .as(key)
                    .isEqualTo(TunableKeys.all().contains(key));
        }
        assertThat(TunableKeys.fixed().keySet())
                .allSatisfy(
                        fixed ->
                                assertThat(keys)
                                        .anyMatch(key -> (key + ".").startsWith(fixed + ".")));
    }

    /** Whatever is configured may be set: the check refuses nothing that is in force. */
    @Test
    void acceptsWhatIsConfiguredAlready() {
        var texts = Configurations.loader("parity").load().texts();
        for (String key : TunableKeys.all()) {
            assertThat(PARITY.refusal(List.of(), set(key, texts.get(key), "*", 1)))
                    .as(key)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drift.cusum.hh | 3 | Unknown key drift.cusum.hh, did you mean drift.cusum.h?",
                "drift.cusum.h | -3 | drift.cusum.h = -3: must be a finite number above 0.",
                "drift.cusum.h | high | drift.cusum.h = high: must be a number.",
                "decision.cooldown | soon | decision.cooldown = soon: must be a duration"
            })
    void refusesWithOneSentence(String key, String value, String sentence) {
        assertThat(PARITY.refusal(List.of(), set(key, value, "*", 1)))
                .hasValueSatisfying(text -> assertThat(text).startsWith(sentence));
    }

    @Test
    void refusesKeysThatStateDependsOn() {
        assertThat(PARITY.refusal(List.of(), set("market.features.spread-window", "2min", "*", 1)))
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .isEqualTo(
                                                "market.features.spread-window cannot change while"
                                                        + " a job runs: the windows of each"
                                                        + " instrument were built with it."));
    }

    @Test
    void refusesWhatHasNoEffectInTheProfile() {
        ControlChange change = set("drift.cusum.h", "3", "*", 1);
        assertThat(rules("calibrated").refusal(List.of(), change))
                .hasValueSatisfying(text -> assertThat(text).contains("has no effect"));
        assertThat(PARITY.refusal(List.of(), change)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "market.depth-collapse.ratio, 0.2, depth-collapse",
        "volatility-burst.ratio, 9, volatility-burst",
        "volatility-burst.rearm-ratio, 1.5, volatility-burst"
    })
    void refusesWhatACalibrationReplaces(String key, String value, String detector) {
        ControlChange change = set(key, value, "*", 1);
        assertThat(rules("calibrated").refusal(List.of(), change)).isEmpty();
        ControlRules calibrated =
                new ControlRules(
                        new ConfigurationTuner(
                                Configurations.loader("calibrated")
                                        .option("a test", "alarm-rate.thresholds." + detector, "5")
                                        .load()
                                        .texts()));
        assertThat(calibrated.refusal(List.of(), change))
                .hasValue(
                        key
                                + " has no effect in profile calibrated, where it follows from"
                                + " alarm-rate.thresholds."
                                + detector
                                + ".");
    }

    @Test
    void refusesAThresholdOfChangePointsOnlyWhereItFollowsFromTheRate() {
        ControlChange change = set("change-point.bocpd.threshold", "0.9", "*", 1);
        assertThat(PARITY.refusal(List.of(), change)).isEmpty();
        assertThat(rules("calibrated").refusal(List.of(), change))
                .hasValue(
                        "change-point.bocpd.threshold has no effect in profile calibrated, where it"
                                + " follows from alarm-rate.false-alarms-per-symbol-day.");
    }

    @Test
    void refusesWhatWasAppliedBefore() {
        ControlChange change = set("drift.cusum.h", "4", "*", 1);
        assertThat(PARITY.refusal(List.of(change), change)).hasValue("It was applied before.");
    }

    /** Of two records of one time only one holds, but neither may be wrong. */
    @Test
    void refusesAWrongValueThatAnotherRecordHides() {
        List<ControlChange> accepted = new ArrayList<>();
        ControlChange wrong = set("drift.cusum.h", "-1", "*", 1);
        for (int value = 4; accepted.size() < 4; value++) {
            accepted.add(set("drift.cusum.h", String.valueOf(value), "*", 1));
        }
        assertThat(PARITY.refusal(accepted, wrong)).isPresent();
    }

    /** Threshold 9 allows rearm 5; 3 does not, nor does taking the 9 back while 5 holds. */
    @Test
    void refusesWhatContradictsOtherChangesAtAnyTime() {
        ControlChange threshold = set("market.spread-spike.threshold", "9", "*", 10);
        ControlChange rearm = set("market.spread-spike.rearm", "5", "sim:*", 20);
        ControlChange confirm = set("market.spread-spike.confirm-level", "6", "sim:*", 15);
        List<ControlChange> accepted = List.of(threshold, confirm, rearm);
        assertThat(PARITY.refusal(List.of(threshold), confirm)).isEmpty();
        assertThat(PARITY.refusal(List.of(threshold, confirm), rearm)).isEmpty();
        for (ControlChange change :
                List.of(
                        set("market.spread-spike.threshold", "4", "*", 30),
                        set("market.spread-spike.threshold", "4", "*", 12),
                        unset("market.spread-spike.threshold", "*", 30))) {
            assertThat(PARITY.refusal(accepted, change))
                    .hasValueSatisfying(
                            text -> assertThat(text).startsWith("Together with earlier changes: "));
        }
    }

    @Test
    void acceptsModelsThatTheJobCouldHaveStartedWith() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(PARITY.refusal(List.of(), model(ControlModels.hmm(minute, 0.001), "*", 1)))
                .isEmpty();
        assertThat(PARITY.refusal(List.of(), model(ControlModels.forest(0.6), "*", 1))).isEmpty();
        assertThat(PARITY.refusal(List.of(), unset("model.hmm", "*", 1))).isEmpty();
    }

    @Test
    void refusesModelsThatTheJobCannotUse() {
        assertRefused(
                PARITY,
                model(ControlModels.hmm(Duration.ofSeconds(30), 0.001), "*", 1),
                "The model judges bars of 30.0 s, this job makes bars of 60.0 s");
        ControlRules trees =
                new ControlRules(
                        new ConfigurationTuner(
                                Configurations.loader("parity")
                                        .assignments(List.of("anomaly.method=half-space-trees"))
                                        .load()
                                        .texts()));
        assertRefused(
                trees,
                model(ControlModels.forest(0.6), "*", 1),
                "The model is of kind isolation-forest, but anomaly.method is half-space-trees.");
        String lstm = ControlModels.forest(0.6).replace("isolation-forest", "lstm");
        ControlChange unknown = new ControlChange();
        unknown.kind = ControlKind.MODEL;
        unknown.key = "model.lstm";
        unknown.model = lstm;
        assertRefused(PARITY, unknown, "No stage of this job takes models of kind lstm; there are");
        assertRefused(PARITY, unset("model.lstm", "*", 1), "There are models of kind hmm,");
        assertRefused(PARITY, set("model.hmm", "1", "*", 1), "A model is brought by");
    }

    private static void assertRefused(ControlRules rules, ControlChange change, String beginning) {
        assertThat(rules.refusal(List.of(), change))
                .hasValueSatisfying(text -> assertThat(text).startsWith(beginning));
    }
}
