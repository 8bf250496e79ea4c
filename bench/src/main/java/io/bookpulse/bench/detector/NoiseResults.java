package io.bookpulse.bench.detector;

import io.bookpulse.evaluation.study.Candidate;
import io.bookpulse.evaluation.study.Candidates;
import io.bookpulse.evaluation.study.QuietResult;
import io.bookpulse.evaluation.study.RunLengthStudy;
import io.bookpulse.evaluation.study.ShiftResult;
import io.bookpulse.evaluation.study.StudyParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What all detectors did on streams of noise.
 *
 * @param parameters size of the study
 * @param quiet without a change, by detector, then kind of stream
 * @param shifted with a change, by detector, then kind of stream, then size
 */
public record NoiseResults(
        StudyParameters parameters, List<QuietResult> quiet, List<ShiftResult> shifted) {
    /** Copies the lists. */
    public NoiseResults {
        quiet = List.copyOf(quiet);
        shifted = List.copyOf(shifted);
    }

    /** Runs the study; {@code progress} hears each detector. */
    static NoiseResults of(StudyParameters parameters, Consumer<String> progress) {
        RunLengthStudy study = new RunLengthStudy(parameters);
        List<QuietResult> quiet = new ArrayList<>();
        List<ShiftResult> shifted = new ArrayList<>();
        List<Candidate> candidates = Candidates.all(parameters.falseAlarmsPerDay());
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            progress.accept(
                    "noise: " + candidate.name() + ", " + (i + 1) + " of " + candidates.size());
            quiet.addAll(study.quiet(candidate));
            shifted.addAll(study.shifted(candidate));
        }
        return new NoiseResults(parameters, quiet, shifted);
    }
}
