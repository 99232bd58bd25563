package org.trustedtrader.enrolment.application;

import java.util.EnumSet;
import java.util.Set;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The lines of business of an application, and what became of each: some may be denied, or given up by the company, while the
 * others go on.
 *
 * @param declared  those that the company applied for
 * @param withdrawn those that it gave up afterwards
 */
public record ApplicationLines(Set<LineOfBusiness> declared, Set<LineOfBusiness> withdrawn, Denials denials) {

    /** What became of a line. */
    public enum Verdict {
        /** Still applied for. */
        PENDING,
        /** A denial of this line, or of the whole application, is pending. */
        INTENT_TO_DENY,
        DENIED,
        WITHDRAWN,
        APPROVED
    }

    /** The lines that are neither denied nor given up. */
    public Set<LineOfBusiness> remaining() {
        var rest = EnumSet.noneOf(LineOfBusiness.class);
        rest.addAll(declared);
        rest.removeAll(withdrawn);
        rest.removeAll(denials.deniedLines());
        return rest;
    }

    public Verdict verdict(LineOfBusiness line, ApplicationState state) {
        if (denials.deniedLines().contains(line)) {
            return Verdict.DENIED;
        }
        if (withdrawn.contains(line)) {
            return Verdict.WITHDRAWN;
        }
        return switch (state) {
            case APPROVED_PENDING_TERMS, APPROVED -> Verdict.APPROVED;
            case DENIED -> Verdict.DENIED;
            case WITHDRAWN -> Verdict.WITHDRAWN;
            default ->
                denials.pending().filter(denial -> denial.concerns(line)).isPresent()
                        ? Verdict.INTENT_TO_DENY
                        : Verdict.PENDING;
        };
    }

    /**
     * What a denial of those lines concerns.
     *
     * @param lines empty for the whole application
     * @return empty if no line would be left: that is a denial of the whole application
     * @throws Refusal.InvalidInput if one of them is not applied for (any more)
     */
    Set<LineOfBusiness> deniable(Set<LineOfBusiness> lines) {
        requireRemaining(lines);
        return lines.containsAll(remaining()) ? Set.of() : lines;
    }

    /**
     * The lines that the company has given up once it gives up those too.
     *
     * @throws Refusal.InvalidInput if one of them is not applied for (any more), or a denial is pending that does not name it
     * @throws Refusal.RuleBroken   {@code last-line} if none would be left: then the application is withdrawn instead
     */
    Set<LineOfBusiness> withdrawing(Set<LineOfBusiness> lines) {
        requireRemaining(lines);
        if (!denials.pending().map(Denial::lines).orElse(lines).containsAll(lines)) {
            throw new Refusal.InvalidInput("lines", Message.of("enrolment.application.lines-not-to-be-denied"));
        }
        if (lines.containsAll(remaining())) {
            throw new Refusal.RuleBroken("last-line", Message.of("enrolment.application.last-line"));
        }
        var all = EnumSet.copyOf(lines);
        all.addAll(withdrawn);
        return all;
    }

    private void requireRemaining(Set<LineOfBusiness> lines) {
        if (!remaining().containsAll(lines)) {
            throw new Refusal.InvalidInput("lines", Message.of("enrolment.application.lines-unknown", remaining()));
        }
    }
}
