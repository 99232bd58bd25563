package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Repository;

/** All memberships, past ones too. */
public interface Memberships extends Repository<Membership> {

    /** In order of id, after the given one. */
    List<Membership> page(Optional<String> company, Optional<MembershipState> state, Optional<String> after, int limit);

    /** All of one company, past ones too. */
    List<Membership> ofCompany(String company);

    /** The business number of the company with that {@link Membership#membershipNumber()}. */
    Optional<String> companyOf(String membershipNumber);

    /** Ids of lasting memberships without an open revalidation whose due date is that day or earlier. */
    List<String> withoutRevalidation(LocalDate dueUntil, int limit);

    /** Ids of cancelled memberships whose time to appeal ended before now. */
    List<String> appealPeriodOver(Instant now, int limit);
}
