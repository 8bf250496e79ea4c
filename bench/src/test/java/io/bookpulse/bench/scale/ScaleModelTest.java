package io.bookpulse.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleModelTest {
    /** 2 us an event: a core at 60 % bears 300,000 a second; 4 GB hold 40,000 times 100 kB. */
    private final ScaleModel model = new ScaleModel(2, 100_000, 500_000);

    @Test
    void growsWithTheMachines() {
        assertThat(model.eventsPerSecond(1)).isEqualTo(600_000);
        assertThat(model.eventsPerSecond(10)).isEqualTo(6_000_000);
        assertThat(model.instruments(10)).isEqualTo(400_000);
    }

    /** 120 groups of keys keep 60 machines of 2 cores busy. */
    @Test
    void endsWithTheGroupsOfKeys() {
        assertThat(model.eventsPerSecond(100)).isEqualTo(36_000_000);
        assertThat(model.instruments(100)).isEqualTo(2_400_000);
    }

    /** One core at 60 % bears 300,000 a second of one instrument: half of 600,000. */
    @Test
    void isBoundByTheBusiestInstrument() {
        assertThat(model.largestShare(1)).isEqualTo(0.5);
        assertThat(model.largestShare(10)).isEqualTo(0.05);
        assertThat(new ScaleModel(2, 1, 5e6).largestShare(1)).isEqualTo(1);
    }

    @Test
    void isAskedOnlyWhereThereIsSomethingToFollowFrom() {
        ScaleRows rows = new ScaleRows("run", line -> {});
        rows.cost(100, Double.NaN, 100_000);
        assertThat(rows.figures()).isEmpty();
        rows.cost(1_000, 2, 90_000);
        assertThat(rows.figures()).isEmpty();
        rows.hottest(500_000);
        rows.state(100_000);
        assertThat(rows.figures())
                .extracting(figure -> figure.name() + ": " + figure.measured())
                .containsExactly(
                        "computed: 1 TaskManager of 2 cores and 8 GB: 600,000 events/s, 40,000"
                                + " instruments awake at once; no instrument with more than 50.0 %"
                                + " of the events",
                        "computed: 10 TaskManagers of 2 cores and 8 GB: 6,000,000 events/s, 400,000"
                                + " instruments awake at once; no instrument with more than 5.0 %"
                                + " of the events",
                        "computed: 100 TaskManagers of 2 cores and 8 GB: only 60 of them get keys:"
                                + " 36,000,000 events/s, 2,400,000 instruments awake at once; no"
                                + " instrument with more than 0.8 % of the events");
    }
}
