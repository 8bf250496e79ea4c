package io.bookpulse.core.stat;

import io.bookpulse.core.book.internal.HiddenFixture;
import io.bookpulse.core.decision.DecisionFixture;
import java.util.Random;
import java.util.logging.Logger;
import org.apache.flink.fixture.FlinkFixture;

/** Breaks every rule that a class of the lowest layer can break. */
public final class UpwardFixture {
    public DecisionFixture upward = new DecisionFixture();
    public HiddenFixture hidden = new HiddenFixture();
    public FlinkFixture flink = new FlinkFixture();

    public double chance() {
        Logger.getLogger("").fine("");
        System.out.print("");
        return new Random().nextDouble();
    }

    public long time() {
        return System.nanoTime();
    }
}
