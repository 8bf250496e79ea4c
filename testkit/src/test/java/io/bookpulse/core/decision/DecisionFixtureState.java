package io.bookpulse.core.decision;

import java.util.List;

/** A state that is no struct. */
public final class DecisionFixtureState {
    public List<String> list = List.of();
}
