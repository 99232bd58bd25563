package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Repository;

/** All applications. A company has one open application, and one open variation, at most; creating a second is refused as {@code application-open}. */
public interface MembershipApplications extends Repository<MembershipApplication> {

    /** In order of id, after the given one. */
    List<MembershipApplication> page(
            Optional<String> company, Optional<ApplicationState> state, Optional<String> after, int limit);

    /** Whether the company has an application that is open and filed, or that became a membership which is not over. */
    boolean bindsIdentifiers(String company);

    /** The application that is open, or that became a membership which is not over. */
    Optional<String> openOf(String company);

    /** The application for more lines of that membership that is open. */
    Optional<String> openVariationOf(String membershipId);

    /** All of a company's applications, those that have ended among them. */
    List<MembershipApplication> ofCompany(String company);

    /** Ids of applications whose company should have replied before now. */
    List<String> overdue(Instant now, int limit);
}
