package org.trustedtrader.assessment.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** All evidence files of one assessment, oldest first; none is ever removed. */
public final class EvidenceFolder {

    private static final int MOST_FILES = 1000;

    private final List<EvidenceFile> files;

    public EvidenceFolder(List<EvidenceFile> files) {
        this.files = new ArrayList<>(files);
    }

    public void add(EvidenceFile file, EvidenceRules rules) {
        if (files.size() >= MOST_FILES) {
            throw new Refusal.RuleBroken(
                    "too-many-files", Message.of("assessment.evidence.too-many-files", MOST_FILES));
        }
        rules.haveRoom(bytes(), file.size());
        long earlier = files.stream().filter(file::isAnotherVersionOf).count();
        files.add(file.numbered((int) earlier + 1));
    }

    public List<EvidenceFile> all() {
        return List.copyOf(files);
    }

    public List<EvidenceFile> of(ScopedCriterion about) {
        return files.stream().filter(file -> file.about().equals(about)).toList();
    }

    /** The files that belong to an answer; one that was taken over from the company brings the company's. */
    public List<EvidenceFile> of(Scope scope, Answer answer) {
        var about = new ScopedCriterion(scope, answer.criterion());
        var companys = ScopedCriterion.of(answer.criterion());
        return files.stream()
                .filter(file -> file.about().equals(about)
                        || answer.carriedOver() && file.about().equals(companys))
                .toList();
    }

    public Optional<EvidenceFile> find(String id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** Files that were attached before that one and have exactly its bytes. */
    public List<EvidenceFile> earlierCopiesOf(EvidenceFile file) {
        return files.stream()
                .takeWhile(other -> !other.id().equals(file.id()))
                .filter(other -> other.sha256().equals(file.sha256()))
                .toList();
    }

    /** How many bytes all files have together. */
    public long bytes() {
        return files.stream().mapToLong(EvidenceFile::size).sum();
    }

    /**
     * How the evidence of a criterion stands.
     *
     * @param missing whether the criterion wants a file and has none that counts
     * @param until   the last day on which a file counts; empty if none does, or if one counts without end
     */
    public record Standing(boolean missing, Optional<LocalDate> until) {}

    public Standing standing(Criterion criterion, Scope scope, Answer answer, Moment now) {
        var lastDays = of(scope, answer).stream()
                .filter(file -> file.counts(now, criterion.evidence()))
                .map(file -> file.lastDay(now, criterion.evidence()))
                .toList();
        var endless = lastDays.stream().anyMatch(Optional::isEmpty);
        var until = lastDays.stream().flatMap(Optional::stream).max(Comparator.naturalOrder());
        return new Standing(lacks(criterion, scope, answer, now), endless ? Optional.empty() : until);
    }

    /** Whether the criterion wants a file and has none that counts then. */
    boolean lacks(Criterion criterion, Scope scope, Answer answer, Moment now) {
        return criterion.evidence().required()
                && of(scope, answer).stream().noneMatch(file -> file.counts(now, criterion.evidence()));
    }
}
