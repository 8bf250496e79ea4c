package io.bookpulse.core.detector;

/** Memory of {@link PatternDetectors}: about 8 kB with the default windows. */
public final class PatternDetectorsState {
    public LevelSizesState levelSizes = new LevelSizesState();
    public FlashMoveState flashMove = new FlashMoveState();
    public QuoteStuffingState quoteStuffing = new QuoteStuffingState();
    public SpoofLikeState spoofLike = new SpoofLikeState();
    public SweepChainState sweepChain = new SweepChainState();
}
