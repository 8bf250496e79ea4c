package io.bookpulse.simulation.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class TruthFileTest {
    private static final TruthEvent SPIKE =
            new TruthEvent(
                    "sim:S0001/spread-spike/1",
                    "sim:S0001",
                    TruthType.SPREAD_SPIKE,
                    1_000,
                    2_000,
                    6.25,
                    "");
    private static final TruthEvent SHOCK =
            new TruthEvent(
                    "x", "sim:S0002", TruthType.LIQUIDITY_SHOCK, 5, 5, 0.1 + 0.2, "depth=0.100");

    @Test
    void writesOneLineAnEvent() throws IOException {
        StringBuilder text = new StringBuilder();
        TruthFile.write(List.of(SPIKE, SHOCK), text);

        assertThat(text)
                .hasToString(
                        """
                        id,instrument,type,onset_ns,end_ns,magnitude,params
                        sim:S0001/spread-spike/1,sim:S0001,spread-spike,1000,2000,6.25,
                        x,sim:S0002,liquidity-shock,5,5,0.30000000000000004,depth=0.100
                        """);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        StringBuilder text = new StringBuilder();
        TruthFile.write(List.of(SPIKE, SHOCK), text);

        assertThat(TruthFile.read(new StringReader(text.toString()))).containsExactly(SPIKE, SHOCK);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() -> TruthFile.read(new StringReader("id,instrument\n")))
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("a,b,c")).hasMessage("line 2 has 3 columns, must have 7");
        assertThatThrownBy(() -> read("a,b,no-such,1,2,3,"))
                .hasMessage("line 2: unknown truth type 'no-such'");
        assertThatThrownBy(() -> read("a,b,jump,3,2,3,"))
                .hasMessageContaining("line 2: endNanos is 2");
    }

    @Test
    void everyTypeHasAWordThatReadsBack() {
        for (TruthType type : TruthType.values()) {
            assertThat(TruthType.parse(type.word())).isEqualTo(type);
        }
    }

    private static List<TruthEvent> read(String line) throws IOException {
        return TruthFile.read(new StringReader(TruthFile.HEADER + "\n" + line + "\n"));
    }
}
