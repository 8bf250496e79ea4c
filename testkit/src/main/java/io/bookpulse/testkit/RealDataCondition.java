package io.bookpulse.testkit;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets tests run only where the real captures are; says once per test process why not. */
final class RealDataCondition implements ExecutionCondition {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = evaluate();
        if (result.isDisabled() && SAID.compareAndSet(false, true)) {
            System.err.println(result.getReason().orElse(""));
        }
        return result;
    }

    static ConditionEvaluationResult evaluate() {
        if (RealData.isPresent()) {
            return ConditionEvaluationResult.enabled("real captures at " + RealData.folder());
        }
        return ConditionEvaluationResult.disabled(
                "Skipped: tests on real captures need the folder "
                        + RealData.folder()
                        + " (set -D"
                        + RealData.PROPERTY
                        + "=DIR)");
    }
}
