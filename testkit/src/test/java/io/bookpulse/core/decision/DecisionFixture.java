package io.bookpulse.core.decision;

import io.bookpulse.core.stat.UpwardFixture;

/** Closes a cycle between two packages. */
public final class DecisionFixture {
    public UpwardFixture[] back = {};
}
