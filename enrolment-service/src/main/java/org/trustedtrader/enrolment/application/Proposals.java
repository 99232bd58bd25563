package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What officers proposed on an application and another officer decides, and whom a programme manager named to decide although
 * that officer took part.
 *
 * @param approval       the first approver's proposal, where two approvers are needed
 * @param considerations proposed special considerations, at most one for each section
 * @param deciders       by matter; a name counts for one decision
 */
public record Proposals(
        @Nullable Approval approval, List<Consideration> considerations, Map<Matter, NamedDecider> deciders) {

    public static final Proposals NONE = new Proposals(null, List.of(), Map.of());

    public Proposals {
        considerations = List.copyOf(considerations);
        deciders = Collections.unmodifiableMap(new TreeMap<>(deciders));
    }

    /** What is decided. */
    public enum Matter {
        /** An approval, a denial, an informal review. */
        DECISION,
        /** Whether a concern about the company is cleared. */
        CLEARANCE,
        SPECIAL_CONSIDERATION
    }

    /** @param by actor id of the first approver */
    public record Approval(String by, Grounds grounds, Instant at) {}

    /** @param by actor id */
    public record Consideration(Section section, String by, String reason, LocalDate expiresOn) {

        public SpecialConsideration terms() {
            return new SpecialConsideration(section, by, reason, expiresOn, by);
        }
    }

    @Nullable
    NamedDecider decider(Matter matter) {
        return deciders.get(matter);
    }

    Proposals naming(Matter matter, NamedDecider decider) {
        var more = new HashMap<>(deciders);
        more.put(matter, decider);
        return new Proposals(approval, considerations, more);
    }

    Proposals proposing(Approval proposed) {
        return new Proposals(proposed, considerations, deciders);
    }

    Proposals proposing(Consideration proposed) {
        var all = new ArrayList<>(considerations);
        all.removeIf(older -> older.section() == proposed.section());
        all.add(proposed);
        return new Proposals(approval, all, deciders);
    }

    /** After a decision of that matter its proposal and its named decider are used up. */
    Proposals decided(Matter matter) {
        var others = new HashMap<>(deciders);
        others.remove(matter);
        return new Proposals(matter == Matter.DECISION ? null : approval, considerations, others);
    }

    /** @see #decided(Matter) */
    Proposals granted(Section section) {
        var others = new ArrayList<>(considerations);
        others.removeIf(proposed -> proposed.section() == section);
        return new Proposals(approval, others, deciders).decided(Matter.SPECIAL_CONSIDERATION);
    }

    Set<String> approvers() {
        return approval == null ? Set.of() : Set.of(approval.by());
    }

    /**
     * What was proposed for the section of that consideration, which grants no more than that.
     *
     * @throws Refusal.RuleBroken {@code proposal-needed}
     */
    Consideration matching(SpecialConsideration granted) {
        var proposed = considerations.stream()
                .filter(one -> one.section() == granted.section())
                .findFirst()
                .orElseThrow(() -> needed());
        if (granted.expiresOn().isAfter(proposed.expiresOn())) {
            throw new Refusal.InvalidInput(
                    "expiresOn", Message.of("enrolment.decision.not-after-proposed", proposed.expiresOn()));
        }
        return proposed;
    }

    /** @throws Refusal.RuleBroken {@code proposal-needed} unless a first approver proposed the approval */
    void requireApproval() {
        if (approval == null) {
            throw needed();
        }
    }

    /** Who proposed a consideration, or checked the application before, does not grant one. */
    SeparationOfDuties granting(Set<String> intakeOfficers) {
        var shares = new ArrayList<Share>();
        considerations.forEach(
                proposed -> shares.add(Share.proposal(proposed.by(), "PROPOSAL", "part.proposed-consideration")));
        intakeOfficers.forEach(
                officer -> shares.add(Share.participation(officer, "INTAKE", WorkOnFile.Part.INTAKE.texts())));
        return new SeparationOfDuties(shares, decider(Matter.SPECIAL_CONSIDERATION));
    }

    private static Refusal.RuleBroken needed() {
        return new Refusal.RuleBroken("proposal-needed", Message.of("separation.proposal-needed"));
    }
}
