package io.bookpulse.jobs.cli;

import io.bookpulse.codec.control.ControlJson;
import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.codec.record.RecordSchemas;
import io.bookpulse.codec.text.NearestName;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schema [RECORD]}: the columns of the input record and of every output record. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the columns, units and meaning of every record.",
        footer = {"", "Example: bookpulse schema samples --format avro"})
final class SchemaCommand implements Callable<Integer> {
    private static final String CONTROL = "control";

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "RECORD",
            description =
                    "market, samples, alerts, bars, rejects, late, control-audit or control, which is JSON"
                            + " only (default: all).")
    private @Nullable String record;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), avro or json-schema.")
    private String format = SchemaFormat.TEXT.word();

    @Override
    public Integer call() {
        SchemaFormat chosen = SchemaFormat.ofWord(format);
        PrintWriter out = spec.commandLine().getOut();
        if (CONTROL.equals(record)) {
            if (chosen == SchemaFormat.AVRO) {
                throw CommandException.wrongUsage("Control records are JSON; they have no Avro.");
            }
            out.print(ControlJson.schema());
            out.flush();
            return ExitStatus.DONE;
        }
        List<RecordSchema> schemas = selected();
        out.print(chosen.render(schemas));
        out.flush();
        return ExitStatus.DONE;
    }

    private List<RecordSchema> selected() {
        String wanted = record;
        if (wanted == null) {
            return RecordSchemas.all();
        }
        List<String> names = RecordSchemas.all().stream().map(RecordSchema::name).toList();
        return RecordSchemas.all().stream()
                .filter(schema -> schema.name().equals(wanted))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> unknown(wanted, names));
    }

    private static CommandException unknown(String wanted, List<String> names) {
        String nearest =
                NearestName.among(names, wanted)
                        .map(name -> ", did you mean " + name + "?")
                        .orElse(".");
        return CommandException.wrongUsage(
                "Unknown record "
                        + wanted
                        + nearest
                        + " Records are "
                        + String.join(", ", names)
                        + ".");
    }
}
