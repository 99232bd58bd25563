package org.trustedtrader.enrolment.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;

/** Who worked on a file, and as what. An officer who worked on it decides no approval, denial or informal review of it. */
public record WorkOnFile(List<Work> all) {

    public WorkOnFile {
        all = List.copyOf(all);
    }

    /** What an officer may have done on a file before its decision. */
    public enum Part {
        INTAKE("part.checked"),
        VETTING("part.vetted"),
        EXEMPTION("part.exempted"),
        ASSESSMENT("part.assessed"),
        VALIDATION("part.validated"),
        /** Issued an intent to deny, which another officer decides on. */
        DENIAL_PROPOSAL("part.proposed-denial"),
        /** Was the first of two approvers. */
        APPROVAL_PROPOSAL("part.proposed-approval");

        private final String texts;

        Part(String texts) {
            this.texts = texts;
        }

        String texts() {
            return texts;
        }

        private Share share(String officer) {
            return this == DENIAL_PROPOSAL || this == APPROVAL_PROPOSAL
                    ? Share.proposal(officer, name(), texts)
                    : Share.participation(officer, name(), texts);
        }
    }

    /** @param officer an actor id */
    public record Work(String officer, Part part) {}

    static WorkOnFile of(Review review, Considerations considerations, Denials denials, Proposals proposals) {
        var all = new ArrayList<Work>();
        add(all, Part.INTAKE, review.intakeOfficers());
        add(all, Part.VETTING, review.vettedBy());
        add(all, Part.EXEMPTION, considerations.officers());
        add(all, Part.ASSESSMENT, review.findings().assessors());
        add(all, Part.VALIDATION, review.findings().validators());
        add(all, Part.DENIAL_PROPOSAL, denials.proposers());
        add(all, Part.APPROVAL_PROPOSAL, proposals.approvers());
        return new WorkOnFile(all);
    }

    /** The same work without that part of it. */
    WorkOnFile except(Part part) {
        return new WorkOnFile(all.stream().filter(work -> work.part() != part).toList());
    }

    SeparationOfDuties duties(@Nullable NamedDecider decider) {
        return new SeparationOfDuties(
                all.stream().map(work -> work.part().share(work.officer())).toList(), decider);
    }

    private static void add(List<Work> all, Part part, Set<String> officers) {
        officers.stream()
                .sorted(Comparator.naturalOrder())
                .map(officer -> new Work(officer, part))
                .forEach(all::add);
    }
}
