package io.bookpulse.jobs.pipeline;

import io.bookpulse.codec.record.RecordSchema;
import io.bookpulse.connectors.parquet.ParquetOutput;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/** Reads all columns of a kind of record as text, with a reader that shares no code with us. */
final class ParquetRows {
    private ParquetRows() {}

    /** Returns the rows as {@code column=value} texts, sorted; none if there is no file. */
    static List<String> sorted(ParquetOutput output, RecordSchema kind) throws SQLException {
        Path folder = output.folder(kind);
        List<String> rows = new ArrayList<>();
        if (output.finishedFiles().stream().noneMatch(file -> file.startsWith(folder))) {
            return rows;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select columns(*)::varchar from read_parquet('"
                                        + folder
                                        + "/*/*.parquet', hive_partitioning = true)")) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        Collections.sort(rows);
        return rows;
    }

    private static String row(ResultSet result) throws SQLException {
        StringJoiner values = new StringJoiner(" | ");
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.add(result.getMetaData().getColumnLabel(i) + "=" + result.getString(i));
        }
        return values.toString();
    }
}
