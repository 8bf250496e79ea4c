package io.bookpulse.core.event;

import io.bookpulse.core.Checks;
import java.io.Serializable;

/**
 * Names instruments: {@code *} stands for any characters, {@code ?} for one, everything else for
 * itself. {@code *} alone names all of them, {@code binance:*} those of a venue, {@code
 * binance:BTCUSDT} one.
 *
 * @param text the pattern, not blank
 */
public record InstrumentPattern(String text)
        implements Serializable, Comparable<InstrumentPattern> {
    /** The pattern of all instruments. */
    public static final InstrumentPattern ALL = new InstrumentPattern("*");

    /** Refuses a blank pattern. */
    public InstrumentPattern {
        Checks.notBlank(text, "instrument pattern");
    }

    /** Whether it names that instrument. O(length) for one {@code *}, no allocation. */
    public boolean matches(String instrument) {
        int star = -1;
        int resume = 0;
        int at = 0;
        int next = 0;
        while (next < instrument.length()) {
            char wanted = at < text.length() ? text.charAt(at) : 0;
            if (wanted == '*') {
                star = at++;
                resume = next;
            } else if (at < text.length() && (wanted == '?' || wanted == instrument.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0) {
                at = star + 1;
                next = ++resume;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    /** How much it says: characters that stand for themselves; one without {@code *} says all. */
    public int specificity() {
        int literal = 0;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            open |= text.charAt(i) == '*';
            literal += text.charAt(i) == '*' || text.charAt(i) == '?' ? 0 : 1;
        }
        return open ? literal : Integer.MAX_VALUE / 2 + literal;
    }

    /** The less specific first; equally specific ones by their text. */
    @Override
    public int compareTo(InstrumentPattern other) {
        int bySpecificity = Integer.compare(specificity(), other.specificity());
        return bySpecificity != 0 ? bySpecificity : text.compareTo(other.text);
    }
}
