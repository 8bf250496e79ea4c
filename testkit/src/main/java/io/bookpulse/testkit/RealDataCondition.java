package io.bookpulse.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets tests run only where the real captures are; says once per test process why not. */
final class RealDataCondition implements ExecutionCondition {
    private static final class Notice {
        static {
            System.err.println(reason());
        }

        private Notice() {}

        static void give() {
            // The class's initialiser printed it, once.
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (RealData.isPresent()) {
            return ConditionEvaluationResult.enabled("real captures at " + RealData.folder());
        }
        Notice.give();
        return ConditionEvaluationResult.disabled(reason());
    }

    private static String reason() {
        return "Skipped: tests on real captures need the folder "
                + RealData.folder()
                + " (set -D"
                + RealData.PROPERTY
                + "=DIR)";
    }
}
