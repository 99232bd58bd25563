package org.trustedtrader.validation.planning;

import java.util.List;
import java.util.function.Function;
import org.trustedtrader.validation.visit.EnoughNotice;
import org.trustedtrader.validation.visit.InitialVisitsAreMadeOnSite;
import org.trustedtrader.validation.visit.LengthFitsTheMode;
import org.trustedtrader.validation.visit.SlotRules;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitTerms;
import org.trustedtrader.validation.visit.WithinOpeningHours;

/** All rules for slots in the order in which they are told; suggestions and refusals go by the same ones. */
public record Rulebook(VisitTerms terms, Roster roster, Holidays holidays) {

    /** @param occupying gives the visits that take up an officer's time */
    public SlotRules rules(Function<String, List<Visit>> occupying) {
        return new SlotRules(List.of(
                new InitialVisitsAreMadeOnSite(),
                new LengthFitsTheMode(terms.virtualHoursFrom(), terms.virtualHoursTo()),
                new EnoughNotice(terms.noticeDays()),
                new NotOnAHoliday(holidays),
                new WithinOpeningHours(),
                new OfficerIsQualified(roster),
                new NoConflictOfInterest(roster),
                new OfficerIsAtWork(roster),
                new OfficerIsFree(roster, occupying)));
    }
}
