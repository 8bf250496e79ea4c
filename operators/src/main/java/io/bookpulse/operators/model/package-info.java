/**
 * Fitted models as stages hold them: by kind, instrument pattern and the event time from which they
 * hold. A stage asks at the time of each input; whoever feeds a timeline (start, control topic)
 * cannot change what came before.
 */
@NullMarked
package io.bookpulse.operators.model;

import org.jspecify.annotations.NullMarked;
