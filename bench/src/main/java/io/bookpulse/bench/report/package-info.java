/**
 * Figures with what they must be and are aimed to be, and the page that shows them. A figure is
 * never typed by hand: the bench that measured it writes its row. Rows of other benches stay as
 * they are.
 */
@NullMarked
package io.bookpulse.bench.report;

import org.jspecify.annotations.NullMarked;
