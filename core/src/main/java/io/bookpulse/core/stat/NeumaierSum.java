package io.bookpulse.core.stat;

/**
 * A sum of doubles that keeps the digits which a plain sum rounds away. The error does not grow
 * with the number of terms, until their magnitudes differ by more than 1e32. A struct: may be part
 * of a state. Terms must be finite and their sum within the range of a double.
 *
 * <p>Source: A. Neumaier (1974), Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
 * Summen, ZAMM 54, algorithm IV.
 */
public final class NeumaierSum {
    /** The sum as plain addition has it. */
    public double sum;

    /** What plain addition lost so far. */
    public double compensation;

    /** Adds a term; to remove one, add its negative. O(1). */
    public void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            compensation += (sum - next) + term;
        } else {
            compensation += (term - next) + sum;
        }
        sum = next;
    }

    /** The sum so far; 0 before the first term. */
    public double value() {
        return sum + compensation;
    }

    /** Starts again from 0. */
    public void clear() {
        sum = 0;
        compensation = 0;
    }
}
