package io.bookpulse.core.detector;

/** Memory of {@link DepthCollapse}: constant size. */
public final class DepthCollapseState {
    public ExcursionState excursion = new ExcursionState();
}
