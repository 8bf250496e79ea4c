package io.bookpulse.connectors.parquet;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet as users do: with DuckDB, which shares no code with the writer. */
final class DuckDb {
    private DuckDb() {}

    /**
     * Returns the rows of a query, values joined by commas.
     *
     * @param sql a query over the view {@code t} of all files in the folder
     */
    static List<String> query(Path folder, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create view t as select * from read_parquet('"
                            + folder
                            + "/*/*.parquet', hive_partitioning = true)");
            List<String> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static String row(ResultSet result) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            values.add(String.valueOf(result.getObject(i)));
        }
        return String.join(",", values);
    }
}
