package org.trustedtrader.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.simulation.reference.Fact;
import org.trustedtrader.simulation.reference.Province;
import org.trustedtrader.simulation.reference.ReferenceBenefits;

/** A company with the facts on its file. */
final class Member {

    /** How a company goes about its duties: the chance that it does something on a day on which something waits for it. */
    enum Character {
        DILIGENT(0.3),
        LATE(0.02),
        SILENT(0.002),
        CONTRADICTORY(0.2),
        DISHONEST(0.1);

        final double zeal;

        Character(double zeal) {
            this.zeal = zeal;
        }
    }

    final String id;
    final String company;
    final Province province;
    final Character character;
    final Actor owner;
    final LocalDate assessedOn;
    final LocalDate signsOn;
    final ReferenceBenefits reference;
    /** Visits that have not ended. */
    final List<String> visits = new ArrayList<>();
    /** Whether a visit of the revalidation that is under way was ordered. */
    boolean revalidationVisitOrdered;

    boolean lastVisitSatisfactory;
    int visitsOrdered;

    private final List<String> log = new ArrayList<>();

    Member(String id, String company, Province province, Character character, LocalDate assessedOn, int daysToSign) {
        this.id = id;
        this.company = company;
        this.province = province;
        this.character = character;
        this.assessedOn = assessedOn;
        this.signsOn = assessedOn.plusDays(daysToSign);
        this.owner = new Actor("user:owner-" + company, Set.of("account-owner"), Optional.of(company));
        this.reference = new ReferenceBenefits(province);
    }

    void fact(Fact fact, LocalDate day) {
        log.add(day + " " + fact);
        reference.take(fact);
    }

    void note(String what, LocalDate day) {
        log.add(day + " - " + what);
    }

    /** The facts, newest last. */
    String story() {
        return String.join("\n", log);
    }
}
