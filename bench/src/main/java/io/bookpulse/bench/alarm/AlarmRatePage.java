package io.bookpulse.bench.alarm;

import io.bookpulse.core.detector.RatedDetector;
import io.bookpulse.evaluation.alarm.AlarmRateStudy;
import io.bookpulse.evaluation.alarm.RealisedRate;
import io.bookpulse.simulation.noise.NoiseKind;
import java.util.List;
import java.util.Locale;

/** The results of a study as Markdown. */
public final class AlarmRatePage {
    private static final double MUST = 0.25;
    private static final double AIM = 0.10;

    private final AlarmRateStudy study;
    private final String command;

    /** A page that names the command which made it. */
    public AlarmRatePage(AlarmRateStudy study, String command) {
        this.study = study;
        this.command = command;
    }

    /** The page's text. */
    public String text(List<RealisedRate> rates) {
        StringBuilder page = new StringBuilder(head());
        for (NoiseKind noise : NoiseKind.values()) {
            List<RealisedRate> same = rates.stream().filter(r -> r.noise() == noise).toList();
            if (!same.isEmpty()) {
                table(noise, same, page);
            }
        }
        return page.append("\n## In short\n\n").append(summary(rates)).toString();
    }

    /** How many of the calibrated rates are how near to the asked ones. */
    public static String summary(List<RealisedRate> rates) {
        long found = rates.stream().filter(r -> !Double.isNaN(r.error())).count();
        return text(
                "Of %d asked rates %d have a calibrated threshold; of these %d are realised within"
                        + " 10 %% on held-out markets, %d within 25 %%.\n",
                rates.size(),
                found,
                rates.stream().filter(r -> Math.abs(r.error()) <= AIM).count(),
                rates.stream().filter(r -> Math.abs(r.error()) <= MUST).count());
    }

    private String head() {
        return text(
                "# Asked and realised false alarms\n\n"
                        + "Written by `%s`; the same seed gives the same page.\n\n"
                        + "Every market here is quiet: all of its quantities are noise of one"
                        + " kind, one sample a second, so every alarm is a false one. Thresholds"
                        + " are calibrated on %d instrument-days and counted on %d others of the"
                        + " same kind, never on their own history; analytic thresholds are"
                        + " counted on the first %d of these. An alarm is what becomes an alert,"
                        + " before cooldown: a spread or depth excursion counts once it is"
                        + " confirmed. The columns say false alarms by instrument and day,"
                        + " analytic / calibrated. `*`: the calibrated rate is further than"
                        + " 10 %% from the asked one, `**`: further than 25 %%; counting alone,"
                        + " on both histories, leaves an error of %.0f %% at 1 a day and %.1f %% at 20.\n",
                command,
                study.days(),
                study.days(),
                study.analyticDays(),
                100 * Math.sqrt(2.0 / study.days()),
                100 * Math.sqrt(0.1 / study.days()));
    }

    private void table(NoiseKind noise, List<RealisedRate> rates, StringBuilder page) {
        page.append("\n## ").append(noise.title()).append("\n\n| detector |");
        study.perDay().forEach(rate -> page.append(text(" asked %s |", plain(rate))));
        page.append(" thresholds |\n|---|");
        study.perDay().forEach(rate -> page.append("---|"));
        page.append("---|\n");
        for (RatedDetector detector : study.detectors()) {
            List<RealisedRate> row =
                    rates.stream().filter(r -> r.asked().detector() == detector).toList();
            page.append("| ").append(detector.word()).append(" |");
            row.forEach(rate -> page.append(' ').append(cell(rate)).append(" |"));
            String thresholds =
                    String.join(", ", row.stream().map(AlarmRatePage::threshold).toList());
            page.append(' ').append(thresholds).append(" |\n");
        }
    }

    private static String cell(RealisedRate rate) {
        if (Double.isNaN(rate.error())) {
            return text("%.1f / none", rate.analytic());
        }
        double error = Math.abs(rate.error());
        String mark = error > MUST ? " **" : error > AIM ? " *" : "";
        return text("%.1f / %.2f%s", rate.analytic(), rate.calibrated(), mark).replace("*", "\\*");
    }

    private static String threshold(RealisedRate rate) {
        return Double.isNaN(rate.threshold()) ? "none" : text("%.4g", rate.threshold());
    }

    private static String plain(double rate) {
        return rate == Math.rint(rate) ? text("%.0f", rate) : String.valueOf(rate);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
