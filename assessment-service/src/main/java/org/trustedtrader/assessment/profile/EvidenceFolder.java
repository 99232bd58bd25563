package org.trustedtrader.assessment.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Criterion;
import org.trustedtrader.platform.refusal.Refusal;

/** All evidence files of one assessment, oldest first; none is ever removed. */
public final class EvidenceFolder {

    private static final int MOST_FILES = 1000;

    private final List<EvidenceFile> files;

    public EvidenceFolder(List<EvidenceFile> files) {
        this.files = new ArrayList<>(files);
    }

    public void add(EvidenceFile file) {
        if (files.size() >= MOST_FILES) {
            throw new Refusal.RuleBroken("too-many-files", "An assessment holds at most " + MOST_FILES + " files.");
        }
        long earlier = files.stream()
                .filter(other -> other.criterion().equals(file.criterion())
                        && other.fileName().equals(file.fileName()))
                .count();
        files.add(file.numbered((int) earlier + 1));
    }

    public List<EvidenceFile> all() {
        return List.copyOf(files);
    }

    public List<EvidenceFile> of(String criterion) {
        return files.stream().filter(file -> file.criterion().equals(criterion)).toList();
    }

    public Optional<EvidenceFile> find(String id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    /** Whether the criterion wants a file and has none that counts on that day. */
    boolean lacks(Criterion criterion, LocalDate today) {
        return criterion.evidence().required()
                && of(criterion.id()).stream().noneMatch(file -> file.countsOn(today, criterion.evidence()));
    }
}
