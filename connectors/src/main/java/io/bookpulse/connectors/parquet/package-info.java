/**
 * Results as Parquet files, one folder per record kind and one below it per day of event time. Only
 * finished files carry the {@code .parquet} suffix. The output folder is prepared before the job
 * and tidied after it, and nothing that Bookpulse did not write is ever touched.
 */
@NullMarked
package io.bookpulse.connectors.parquet;

import org.jspecify.annotations.NullMarked;
