package io.bookpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bookpulse.codec.feed.FeedFormat;
import io.bookpulse.connectors.ConnectorException;
import io.bookpulse.connectors.kafka.KafkaStart;
import io.bookpulse.connectors.parquet.IfExists;
import io.bookpulse.jobs.pipeline.Extent;
import io.bookpulse.jobs.pipeline.ReadOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookpulseTest {
    private static final String HEADER =
            "timestamp,bid,ask,bid_vol,ask_vol,trade_price,trade_size\n";

    @TempDir private Path folder;
    private final TestingProgram program = new TestingProgram();
    private Path ticks = Path.of("");

    @BeforeEach
    void writeTicks() throws IOException {
        ticks = Files.writeString(folder.resolve("ticks.csv"), HEADER);
    }

    private String input() {
        return "ticks:" + ticks;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "backfill",
                "run",
                "generate",
                "check",
                "schema",
                "config",
                "config explain",
                "config validate",
                "completion"
            })
    void helpsWithEveryCommand(String command) {
        String[] arguments = (command + " --help").split(" ");

        assertThat(program.run(arguments)).isZero();
        assertThat(program.out()).startsWith("Usage: bookpulse " + command).doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bakfill | Unknown command or argument 'bakfill', did you mean backfill?",
                "--hlp | Unknown option --hlp, did you mean --help?",
                "backfill --imput ticks:x | Unknown option --imput, did you mean --input?",
                "backfill | Missing required option: '--input=FORMAT:PATH'",
                "backfill --input ticks:x --parallelism many | Invalid value for option"
                        + " '--parallelism': 'many' is not an int",
                "backfill --input ticks:x --overwrite --append | Error: --overwrite, --append are"
                        + " mutually exclusive (specify only one)",
                "demo --duration 5 | Invalid value for option '--duration': '5' must be a"
                        + " duration such as 500ms, 1s, 10min, 24h or 7d",
                "config | Missing command: config explain or config validate"
            })
    void refusesWrongCallsInOneSentence(String command, String sentence) {
        assertThat(program.run(command.split(" "))).isEqualTo(2);
        assertThat(program.firstError()).isEqualTo("bookpulse: " + sentence);
        assertThat(program.err().lines()).hasSize(2);
        assertThat(program.runner.requests).isEmpty();
    }

    @Test
    void refusesACallWithoutACommand() {
        assertThat(program.run()).isEqualTo(2);
        assertThat(program.firstError()).isEqualTo("bookpulse: Missing command");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "backfill --input csv:x | Unknown format 'csv'",
                "backfill --input tick:x | did you mean ticks?",
                "backfill --input nocolon | is not of the form FORMAT:PATH",
                "backfill --input ticks:/no/such/file | There is no file or folder /no/such/file.",
                "check ticks:/no/such/file | There is no file or folder /no/such/file.",
                "check | Nothing to check",
                "generate | Give --output DIR for files or --bootstrap HOST:PORT",
                "generate --input ticks:x | --input loads captures into Kafka",
                "generate --output x --format csv | Unknown format csv, must be bookpulse or ticks",
                "generate --output x --format ticks --instruments 2 | one instrument a file",
                "generate --output x --instruments 0 | instruments is 0",
                "demo --parallelism 0 | --parallelism is 0, must be from 1 to 120.",
                "demo --profile calibratd | did you mean calibrated?",
                "demo --config /no/such.yaml | there is no such file",
                "demo --calibration /no/such.json | There is no file /no/such.json.",
                "demo --calibration / | / is a folder, not a file.",
                "demo --model /no/such.json | There is no file /no/such.json.",
                "demo --model / | / is a folder, not a file.",
                "control model /no/such.json --output c | There is no file /no/such.json.",
                "demo --set decision.cooldwn=1s | did you mean decision.cooldown?",
                "demo --set decision.cooldown=soon | must be a duration such as 500ms",
                "run --control /no/such.jsonl | There is no file /no/such.jsonl.",
                "run --from yesterday | neither earliest, committed nor a time",
                "schema alert | Unknown record alert, did you mean alerts?",
                "schema samples --format xml | must be text, avro or json-schema.",
                "schema samples --format json-schema | Only alerts are written as JSON",
                "config explain cooldown | did you mean decision.cooldown?"
            })
    void refusesWhatCannotBeDoneWithStatusTwo(String command, String part) {
        assertThat(program.run(command.split(" "))).isEqualTo(2);
        assertThat(program.err()).startsWith("bookpulse: ").contains(part);
        assertThat(program.err().lines()).hasSize(1);
        assertThat(program.runner.requests).isEmpty();
    }

    @Test
    void refusesAnEmptyFolder() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(program.run("backfill", "--input", "ticks:" + empty)).isEqualTo(2);
        assertThat(program.err()).contains("is empty");
    }

    @Test
    void refusesAnOutputThatIsAFile() {
        int status = program.run("backfill", "--input", input(), "--output", ticks.toString());

        assertThat(status).isEqualTo(2);
        assertThat(program.err()).contains("is a file, not a folder");
    }

    @Test
    void reportsEveryConfigurationErrorAtOnce() {
        int status =
                program.run("demo", "--set", "decision.cooldown=x", "--set", "regime.memory=-1s");

        assertThat(status).isEqualTo(2);
        assertThat(program.err())
                .contains("configuration has 2 errors:")
                .contains("decision.cooldown = x (--set): must be a duration")
                .contains("regime.memory = -1s (--set): must be at least 1");
    }

    @Test
    void handsBackfillItsInputsAndSettings() {
        int status =
                program.run(
                        "backfill",
                        "--input",
                        input(),
                        "--output",
                        folder.resolve("out").toString(),
                        "--overwrite",
                        "--parallelism",
                        "3",
                        "--set",
                        "decision.cooldown=45s");

        assertThat(status).isZero();
        BackfillRequest request = (BackfillRequest) program.runner.requests.get(0);
        assertThat(request.inputs()).singleElement();
        assertThat(request.inputs().get(0).format()).isEqualTo(FeedFormat.TICKS);
        assertThat(request.settings().ifExists()).isEqualTo(IfExists.OVERWRITE);
        assertThat(request.settings().parallelism()).isEqualTo(3);
        assertThat(request.settings().output()).isEqualTo(folder.resolve("out"));
        assertThat(request.settings().configuration().value().decision().cooldown())
                .isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void handsBackfillItsOrderAndWhatIsWanted() {
        program.run("backfill", "--input", input());
        program.run("backfill", "--input", input(), "--only", "features", "--order", "instrument");

        BackfillRequest usual = (BackfillRequest) program.runner.requests.get(0);
        assertThat(usual.order()).isEqualTo(ReadOrder.TIME);
        assertThat(usual.extent()).isEqualTo(Extent.EVERYTHING);
        BackfillRequest asked = (BackfillRequest) program.runner.requests.get(1);
        assertThat(asked.order()).isEqualTo(ReadOrder.INSTRUMENT);
        assertThat(asked.extent()).isEqualTo(Extent.FEATURES);
        assertThat(ReadOrder.usual(1_000, false)).isEqualTo(ReadOrder.TIME);
        assertThat(ReadOrder.usual(1_001, false)).isEqualTo(ReadOrder.INSTRUMENT);
        assertThat(ReadOrder.usual(1, true)).isEqualTo(ReadOrder.INSTRUMENT);
    }

    @Test
    void handsRunItsBrokersAndStart() {
        int status = program.run("run", "--bootstrap", "kafka:9092", "--from", "committed");

        assertThat(status).isZero();
        RunRequest request = (RunRequest) program.runner.requests.get(0);
        assertThat(request.connection().bootstrap()).isEqualTo("kafka:9092");
        assertThat(request.start()).isEqualTo(KafkaStart.committed());
        assertThat(request.settings().ifExists()).isEqualTo(IfExists.REFUSE);
        assertThat(request.settings().configuration().origin("kafka.bootstrap"))
                .isEqualTo("--bootstrap");
    }

    @Test
    void handsDemoItsMarket() {
        int status = program.run("demo", "--seed", "7", "--duration", "90s", "--append");

        assertThat(status).isZero();
        DemoRequest request = (DemoRequest) program.runner.requests.get(0);
        assertThat(request.market().seed()).isEqualTo(7);
        assertThat(request.market().duration()).isEqualTo(Duration.ofSeconds(90));
        assertThat(request.settings().ifExists()).isEqualTo(IfExists.APPEND);
    }

    @Test
    void tellsWhyAJobFailedInTheSentenceMadeForUsers() {
        program.runner.failure =
                new IOException("job failed", new ConnectorException("The disk is full."));

        assertThat(program.run("demo")).isEqualTo(1);
        assertThat(program.err()).isEqualTo("bookpulse: The disk is full." + lineEnd());
    }

    @Test
    void showsAStackTraceOnlyWhenAsked() {
        program.runner.failure = new IllegalStateException("broken");

        assertThat(program.run("demo")).isEqualTo(1);
        assertThat(program.err().lines()).hasSize(1);
        assertThat(program.run("demo", "--debug")).isEqualTo(1);
        assertThat(program.err()).contains("at io.bookpulse.jobs.cli.BookpulseTest");
    }

    @Test
    void printsACompletionScript() {
        assertThat(program.run("completion")).isZero();
        assertThat(program.out()).contains("complete -F").contains("--parallelism");
    }

    private static String lineEnd() {
        return System.lineSeparator();
    }
}
