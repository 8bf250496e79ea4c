package io.bookpulse.bench.job;

import java.util.Locale;

/** What an event of a case costs, in words: the pipeline and the variants beside it. */
final class CostText {
    private CostText() {}

    static String of(JobBenchResult result, JobCase jobCase) {
        return String.format(
                        Locale.ROOT,
                        "pipeline %.2f us an event (%.2f to %.2f), %.0f bytes",
                        result.cpu(jobCase, Variant.PIPELINE).median(),
                        result.cpu(jobCase, Variant.PIPELINE).least(),
                        result.cpu(jobCase, Variant.PIPELINE).most(),
                        result.spread(
                                        jobCase,
                                        Variant.PIPELINE,
                                        run -> run.measurement().bytesPerEvent())
                                .median())
                + cost(result, jobCase, Variant.MARKET)
                + cost(result, jobCase, Variant.PLAIN_LOOP)
                + cost(result, jobCase, Variant.PASS_THROUGH);
    }

    private static String cost(JobBenchResult result, JobCase jobCase, Variant variant) {
        double cpu = result.cpu(jobCase, variant).median();
        return Double.isNaN(cpu)
                ? ""
                : String.format(Locale.ROOT, "; %s %.2f", variant.label().replace('-', ' '), cpu);
    }
}
