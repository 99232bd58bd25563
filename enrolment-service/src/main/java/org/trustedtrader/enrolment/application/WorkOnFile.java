package org.trustedtrader.enrolment.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Who worked on a file, and as what. An officer who worked on it decides no approval, denial or informal review of it. */
public record WorkOnFile(List<Share> shares) {

    public WorkOnFile {
        shares = List.copyOf(shares);
    }

    /** What somebody may have done on a file before its decision. */
    public enum Part {
        INTAKE(Message.of("enrolment.approval.you-checked"), "enrolment.approval.checked"),
        VETTING(Message.of("enrolment.approval.you-vetted"), "enrolment.approval.vetted"),
        EXEMPTION(Message.of("enrolment.approval.you-exempted"), "enrolment.approval.exempted"),
        ASSESSMENT(Message.of("enrolment.approval.you-assessed"), "enrolment.approval.assessed"),
        VALIDATION(Message.of("enrolment.approval.you-validated"), "enrolment.approval.validated"),
        /** Issued an intent to deny, which somebody else decides on. */
        DENIAL_PROPOSAL(Message.of("enrolment.approval.you-proposed-denial"), "enrolment.approval.proposed-denial");

        private final Message you;
        private final String somebody;

        Part(Message you, String somebody) {
            this.you = you;
            this.somebody = somebody;
        }
    }

    /** @param officer an actor id */
    public record Share(String officer, Part part) {

        private Violation violation() {
            return new Violation(part.name(), Message.of(part.somebody, officer));
        }
    }

    static WorkOnFile of(Review review, Considerations considerations, Denials denials) {
        var shares = new ArrayList<Share>();
        add(shares, Part.INTAKE, review.intakeOfficers());
        add(shares, Part.VETTING, review.vettedBy());
        add(shares, Part.EXEMPTION, considerations.grantors());
        add(shares, Part.ASSESSMENT, review.findings().assessors());
        add(shares, Part.VALIDATION, review.findings().validators());
        add(shares, Part.DENIAL_PROPOSAL, denials.proposers());
        return new WorkOnFile(shares);
    }

    /** The same work without that part of it. */
    WorkOnFile except(Part part) {
        return new WorkOnFile(
                shares.stream().filter(share -> share.part() != part).toList());
    }

    /** Refuses as {@code decided-by-someone-else}, and names everybody who may not decide. */
    void requireNoPartOf(String approver) {
        shares.stream()
                .filter(share -> share.officer().equals(approver))
                .findFirst()
                .ifPresent(share -> {
                    throw new Refusal.RuleBroken(
                            "decided-by-someone-else",
                            Message.of("enrolment.approval.someone-else", share.part().you),
                            shares.stream().map(Share::violation).toList());
                });
    }

    private static void add(List<Share> shares, Part part, Set<String> officers) {
        officers.stream()
                .sorted(Comparator.naturalOrder())
                .map(officer -> new Share(officer, part))
                .forEach(shares::add);
    }
}
