package io.bookpulse.simulation.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * The text form of truth: CSV with the header {@link #HEADER}, one event a line, lines ended by
 * {@code \n}. Types are words such as {@code spread-spike}, times ns since epoch UTC, magnitudes
 * the shortest decimal that reads back to the same double. No field contains a comma or a quote.
 */
public final class TruthFile {
    /** The first line. */
    public static final String HEADER = "id,instrument,type,onset_ns,end_ns,magnitude,params";

    private static final int COLUMNS = 7;

    private TruthFile() {}

    /**
     * Writes the header and the events in their order.
     *
     * @throws IOException if the target cannot be written
     */
    public static void write(List<TruthEvent> events, Appendable target) throws IOException {
        target.append(HEADER).append('\n');
        for (TruthEvent event : events) {
            target.append(line(event)).append('\n');
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if the source cannot be read
     * @throws IllegalArgumentException naming the line, if it is not in this form
     */
    public static List<TruthEvent> read(Reader source) throws IOException {
        BufferedReader lines = new BufferedReader(source);
        String header = lines.readLine();
        if (!HEADER.equals(header)) {
            throw new IllegalArgumentException("line 1 is '" + header + "', must be " + HEADER);
        }
        List<TruthEvent> events = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            events.add(parse(line, ++number));
        }
        return events;
    }

    private static String line(TruthEvent event) {
        return String.join(
                ",",
                event.id(),
                event.instrument(),
                event.type().word(),
                Long.toString(event.onsetNanos()),
                Long.toString(event.endNanos()),
                Double.toString(event.magnitude()),
                event.params());
    }

    private static TruthEvent parse(String line, int number) {
        String[] field = line.split(",", -1);
        if (field.length != COLUMNS) {
            throw new IllegalArgumentException(
                    "line " + number + " has " + field.length + " columns, must have " + COLUMNS);
        }
        try {
            return new TruthEvent(
                    field[0],
                    field[1],
                    TruthType.parse(field[2]),
                    Long.parseLong(field[3]),
                    Long.parseLong(field[4]),
                    Double.parseDouble(field[5]),
                    field[6]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }
}
