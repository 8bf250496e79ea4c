/**
 * Alerts against known truth (DEFINITIONS 12.3). An alert near an injected event of its kind is a
 * find, a second one a duplicate, any other a false alarm. The scores carry no model of their own.
 */
@NullMarked
package io.bookpulse.evaluation.matching;

import org.jspecify.annotations.NullMarked;
