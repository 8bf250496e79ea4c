package io.bookpulse.operators.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bookpulse.core.control.ControlChange;
import io.bookpulse.core.control.ControlKind;
import io.bookpulse.core.event.InstrumentPattern;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveModelsTest {
    private static final String BTC = "binance:BTCUSDT";
    private static final AtomicInteger READ = new AtomicInteger();

    private final LiveModels<String> models =
            new LiveModels<>(
                    "hmm",
                    ModelTimeline.of(
                            List.of(
                                    TimedModel.fromStart(
                                            new InstrumentPattern("binance:*"), "hmm:00", "old"))),
                    change -> {
                        READ.incrementAndGet();
                        return change.model;
                    });

    private static ControlChange model(String kind, String version, String text) {
        ControlChange change = new ControlChange();
        change.kind = ControlKind.MODEL;
        change.key = "model." + kind;
        change.value = version;
        change.model = text;
        return change;
    }

    @Test
    void holdsTheModelsOfTheStartWhereTheTuningNamesNone() {
        models.control(model("hmm", "01", "new"));
        for (String tuning : List.of("", "drift.cusum.h=4\n")) {
            assertThat(models.at(BTC, 7, tuning)).isEqualTo("old");
            assertThat(models.stampAt(BTC, 7, tuning)).isEqualTo("hmm:00");
            assertThat(models.at("kraken:XBT", 7, tuning)).isNull();
            assertThat(models.stampAt("kraken:XBT", 7, tuning)).isEmpty();
        }
    }

    @Test
    void holdsTheModelThatTheTuningNames() {
        models.control(model("hmm", "01", "new"));
        models.control(model("hmm", "02", "newer"));
        String first = "drift.cusum.h=4\nmodel.hmm=01\n";
        assertThat(models.at(BTC, 7, first)).isEqualTo("new");
        assertThat(models.stampAt(BTC, 7, first)).isEqualTo("hmm:01");
        assertThat(models.at("kraken:XBT", 7, "model.hmm=02\n")).isEqualTo("newer");
    }

    /** A model comes again after a restore, and where it is brought twice. */
    @Test
    void readsAModelOnce() {
        READ.set(0);
        models.control(model("hmm", "01", "new"));
        models.control(model("hmm", "01", "new"));
        assertThat(READ).hasValue(1);
    }

    @Test
    void passesOverOtherKindsAndWhatIsNoModel() {
        READ.set(0);
        models.control(model("isolation-forest", "01", "forest"));
        ControlChange unset = model("hmm", "", "");
        unset.kind = ControlKind.UNSET;
        models.control(unset);
        assertThat(READ).hasValue(0);
        assertThat(models.at(BTC, 7, "model.isolation-forest=01\n")).isEqualTo("old");
    }

    @Test
    void refusesToGoOnWithoutTheModelThatHolds() {
        assertThatThrownBy(() -> models.at(BTC, 7, "model.hmm=09\n"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hmm:09");
    }
}
