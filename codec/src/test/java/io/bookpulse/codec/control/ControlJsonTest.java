package io.bookpulse.codec.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bookpulse.codec.model.ModelFile;
import io.bookpulse.codec.model.ModelOrigin;
import io.bookpulse.codec.record.ControlAuditCodec;
import io.bookpulse.core.control.ControlAudit;
import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlJsonTest {
    private static final String SET =
            "{\"schema_version\":1,\"version\":7,\"kind\":\"set\",\"instrument\":\"sim:*\","
                    + "\"effective_time_ns\":1723075200000000000,\"key\":\"drift.cusum.h\","
                    + "\"value\":\"6\",\"author\":\"ann\",\"reason\":\"too loud\"}";

    @Test
    void readsAndWritesTheSameText() {
        ControlChange change = ControlJson.parse(SET);
        assertThat(change.kind).isEqualTo(ControlKind.SET);
        assertThat(change.key).isEqualTo("drift.cusum.h");
        assertThat(change.value).isEqualTo("6");
        assertThat(change.instrument).isEqualTo("sim:*");
        assertThat(change.effectiveNanos).isEqualTo(1_723_075_200_000_000_000L);
        assertThat(ControlJson.write(change)).isEqualTo(SET);
    }

    @Test
    void theIdFollowsFromTheContent() {
        String other = SET.replace("loud", "quiet");
        assertThat(ControlJson.parse(SET).id).hasSize(16).isEqualTo(ControlJson.parse(SET).id);
        assertThat(ControlJson.parse(other).id).isNotEqualTo(ControlJson.parse(SET).id);
    }

    @Test
    void aModelIsNamedByItsKindAndVersion() {
        ModelFile file = model();
        ControlChange change = new ControlChange();
        change.kind = ControlKind.MODEL;
        change.model = file.text();
        ControlChange read = ControlJson.parse(ControlJson.write(change));
        assertThat(read.key).isEqualTo("model.test");
        assertThat(read.value).isEqualTo(file.version());
        assertThat(ModelFile.parse(read.model, "m").version()).isEqualTo(file.version());
        assertThatThrownBy(() -> ControlJson.parse(ControlJson.write(change).replace("0.5", "0.6")))
                .isInstanceOf(ControlException.class)
                .hasMessageStartingWith("the model was changed after it was written");
    }

    private static ModelFile model() {
        Instant from = Instant.parse("2024-08-08T00:00:00Z");
        return ModelFile.of(
                "test",
                List.of("a"),
                new ModelOrigin(from, from, "*"),
                JsonNodeFactory.instance.objectNode().put("x", 0.5));
    }

    /** The audit of one run is the control file of the next. */
    @Test
    void readsItsAuditAndRefusesWhatWasRefused() {
        ControlChange change = ControlJson.parse(SET);
        assertThat(ControlJson.parse(audit(ControlAudit.applied(change))).id).isEqualTo(change.id);
        assertThatThrownBy(() -> ControlJson.parse(audit(ControlAudit.refused(change, "No."))))
                .hasMessage("It was refused before: No.");
    }

    private static String audit(ControlAudit audit) {
        ControlAuditCodec codec = new ControlAuditCodec();
        byte[] bytes = codec.toKafka(audit);
        assertThat(codec.toKafka(codec.fromKafka(bytes))).isEqualTo(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"set\" | \"kind\":\"put\" | Its kind is put, must be one of set, unset, model.",
                "\"schema_version\":1 | \"schema_version\":2 | Its schema_version is 2, this program reads version 1.",
                "\"version\":7, | '' | It has no member version.",
                "\"author\" | \"autor\" | It has an unknown member autor, did you mean author?",
                "\"value\":\"6\" | \"value\":6 | Its value is 6, must be a text of one line.",
                "1723075200000000000 | -1 | Its effective_time_ns is -1, must be a whole number from 0.",
                "\"sim:*\" | \"\" | Its instrument is \"\", must be a text of one line."
            })
    void refusesWhatIsNoControlRecord(String from, String to, String message) {
        assertThat(SET).contains(from);
        assertThatThrownBy(() -> ControlJson.parse(SET.replace(from, to)))
                .isInstanceOf(ControlException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> ControlJson.parse("set h=3"))
                .hasMessageStartingWith("It is no JSON");
        assertThatThrownBy(() -> ControlJson.parse("[]")).hasMessage("It is no JSON object.");
    }

    /** Every member that is written is in the published schema, and the audit adds to them only. */
    @Test
    void theSchemaKnowsEveryMember() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode schema = mapper.readTree(ControlJson.schema());
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        for (String text : List.of(SET, audit(ControlAudit.applied(ControlJson.parse(SET))))) {
            mapper.readTree(text)
                    .fieldNames()
                    .forEachRemaining(
                            name ->
                                    assertThat(schema.path("properties").has(name))
                                            .as(name)
                                            .isTrue());
        }
    }
}
