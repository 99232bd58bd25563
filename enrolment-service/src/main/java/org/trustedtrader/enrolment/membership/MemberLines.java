package org.trustedtrader.enrolment.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The lines of business of a membership. Those of its application are as old as the membership; each later one has the day on
 * which it was added.
 */
public record MemberLines(Set<LineOfBusiness> linesOfBusiness, List<AddedLine> addedLines) {

    /** @param since programme zone */
    public record AddedLine(LineOfBusiness line, LocalDate since) {}

    public MemberLines {
        linesOfBusiness = SortedSets.copyOf(linesOfBusiness);
        addedLines = List.copyOf(addedLines);
    }

    static MemberLines of(Set<LineOfBusiness> first) {
        return new MemberLines(first, List.of());
    }

    /** A line that the membership has keeps its date. */
    MemberLines plus(Set<LineOfBusiness> more, LocalDate today) {
        var all = EnumSet.copyOf(linesOfBusiness);
        var added = new ArrayList<>(addedLines);
        more.stream().sorted().filter(all::add).forEach(line -> added.add(new AddedLine(line, today)));
        return new MemberLines(all, added);
    }

    /**
     * @throws Refusal.InvalidInput if the membership does not have that line
     * @throws Refusal.RuleBroken   {@code last-line} if it has no other
     */
    MemberLines without(LineOfBusiness line) {
        if (!linesOfBusiness.contains(line)) {
            throw new Refusal.InvalidInput("line", Message.of("enrolment.membership.line-unknown"));
        }
        if (linesOfBusiness.size() == 1) {
            throw new Refusal.RuleBroken("last-line", Message.of("enrolment.membership.last-line"));
        }
        var rest = EnumSet.copyOf(linesOfBusiness);
        rest.remove(line);
        return new MemberLines(
                rest, addedLines.stream().filter(added -> added.line() != line).toList());
    }

    /** @param memberSince of the membership */
    public LocalDate since(LineOfBusiness line, LocalDate memberSince) {
        return addedLines.stream()
                .filter(added -> added.line() == line)
                .map(AddedLine::since)
                .findFirst()
                .orElse(memberSince);
    }
}
