package io.bookpulse.jobs.cli;

import io.bookpulse.codec.avro.MarketEventSchema;
import io.bookpulse.codec.record.AlertJsonSchema;
import io.bookpulse.codec.record.Column;
import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The forms in which {@code schema} prints. */
enum SchemaFormat {
    /** Tables for people. */
    TEXT("text") {
        @Override
        String render(List<RecordSchema> schemas) {
            return schemas.stream()
                    .map(SchemaFormat::table)
                    .collect(Collectors.joining(System.lineSeparator()));
        }
    },
    /** Avro schemas: what Parquet files and Kafka messages carry. */
    AVRO("avro") {
        @Override
        String render(List<RecordSchema> schemas) {
            List<Schema> avro = schemas.stream().map(SchemaFormat::published).toList();
            return avro.size() == 1
                    ? avro.get(0).toString(true) + System.lineSeparator()
                    : avro.stream()
                            .map(schema -> schema.toString(true))
                            .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        }
    },
    /** The JSON schema of what is JSON: the alerts' topic. */
    JSON_SCHEMA("json-schema") {
        @Override
        String render(List<RecordSchema> schemas) {
            if (!schemas.contains(RecordSchemas.ALERTS)) {
                throw CommandException.wrongUsage(
                        "Only alerts are written as JSON; use --format avro for "
                                + schemas.get(0).name()
                                + ".");
            }
            return AlertJsonSchema.text().stripTrailing() + System.lineSeparator();
        }
    };

    private final String word;

    SchemaFormat(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    abstract String render(List<RecordSchema> schemas);

    static SchemaFormat ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                CommandException.wrongUsage(
                                        "Unknown schema format "
                                                + word
                                                + ", must be text, avro or json-schema."));
    }

    /** Messages bear the fingerprint of the market events' own schema, its name included. */
    private static Schema published(RecordSchema schema) {
        return schema.equals(RecordSchemas.MARKET) ? MarketEventSchema.SCHEMA : schema.toAvro();
    }

    private static String table(RecordSchema schema) {
        SummaryTable table = new SummaryTable();
        for (Column column : schema.columns()) {
            table.row("  " + column.name(), column.type().word(), column.unit(), column.meaning());
        }
        return schema.name() + ": " + schema.meaning() + System.lineSeparator() + table.render();
    }
}
