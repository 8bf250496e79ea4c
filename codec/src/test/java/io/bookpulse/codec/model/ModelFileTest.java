package io.bookpulse.codec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {
    private static final String NAME = "m.json";

    @Test
    void readsWhatItWrote() {
        ModelFile written = file(0.1);
        ModelFile read = ModelFile.parse(written.text(), NAME);
        read.requireIntact(NAME);
        assertThat(read.text()).isEqualTo(written.text());
        assertThat(read.stamp()).isEqualTo("test:" + written.version());
        assertThat(read.features()).containsExactly("a", "b");
        assertThat(read.origin()).isEqualTo(written.origin());
    }

    @Test
    void hasTheVersionOfItsContent() {
        assertThat(file(0.1).version()).isEqualTo(file(0.1).version()).hasSize(16);
        assertThat(file(0.1).version()).isNotEqualTo(file(0.2).version());
    }

    @Test
    void noticesThatItWasChanged() {
        ModelFile changed = ModelFile.parse(file(0.1).text().replace("0.1", "0.2"), NAME);
        assertThatThrownBy(() -> changed.requireIntact(NAME))
                .isInstanceOf(ModelException.class)
                .hasMessageStartingWith("m.json was changed after it was written");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"formatVersion\" : 1 | \"formatVersion\" : 2 | m.json has model format version 2,"
                        + " this program reads version 1; train the model again.",
                "bookpulse-model | other | m.json is no Bookpulse model.",
                "2024-08-08T00:00:00Z | noon | m.json: trainedFrom is \"noon\", must be a time such"
                        + " as 2024-08-08T00:00:00Z.",
                "\"payload\" | \"load\" | m.json: payload is missing, must be an object."
            })
    void refusesAnotherEnvelope(String from, String to, String message) {
        String text = file(0.1).text();
        assertThat(text).contains(from);
        assertThatThrownBy(() -> ModelFile.parse(text.replace(from, to), NAME))
                .isInstanceOf(ModelException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> ModelFile.parse("{\n oops", NAME))
                .hasMessage("m.json is no JSON document: it breaks at line 2.");
        assertThatThrownBy(() -> ModelFile.parse("[]", NAME))
                .hasMessage("m.json is no Bookpulse model.");
    }

    @Test
    void readsOnlyFiniteNumbers() {
        String text = file(0.1).text();
        assertRefused(text.replace("0.1", "NaN"), "m.json: x is \"NaN\", must be a finite number.");
        assertRefused(
                text.replace("0.1", "\"NaN\""), "m.json: x is \"NaN\", must be a finite number.");
        assertRefused(
                text.replace("0.1", "1e999"),
                "m.json: x is \"Infinity\", must be a finite number.");
        assertRefused(text.replace("0.1", "true"), "m.json: x is true, must be a finite number.");
    }

    private static void assertRefused(String text, String message) {
        JsonFields payload = new JsonFields(ModelFile.parse(text, NAME).payload(), NAME);
        assertThatThrownBy(() -> payload.number("x")).hasMessage(message);
    }

    private static ModelFile file(double x) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("x", x);
        Instant from = Instant.parse("2024-08-08T00:00:00Z");
        return ModelFile.of(
                "test",
                List.of("a", "b"),
                new ModelOrigin(from, from.plusSeconds(60), "*"),
                payload);
    }
}
