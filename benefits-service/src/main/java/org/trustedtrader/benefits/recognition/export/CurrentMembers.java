package org.trustedtrader.benefits.recognition.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.recognition.MemberDetails;
import org.trustedtrader.benefits.recognition.export.MembershipStandings.OurStanding;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Our members with a TIN of this country, as the border knows them now. */
public final class CurrentMembers {

    private static final String PROGRAMME = "PIP";

    private final CompanyProjections companies;
    private final MembershipStandings standings;
    private final Lease lease;

    public CurrentMembers(CompanyProjections companies, MembershipStandings standings, Lease lease) {
        this.companies = companies;
        this.standings = standings;
        this.lease = lease;
    }

    /**
     * Every member that holds recognition or lost it by a suspension.
     *
     * @throws Refusal.Unavailable if what is known of members is too old, or the store does not answer
     */
    public List<ExportedMember> at(Instant now) {
        if (!lease.now().covers(now.toEpochMilli())) {
            throw new Refusal.Unavailable(Message.of("benefits.export.too-old"));
        }
        return companies.withTin().stream()
                .flatMap(company ->
                        standing(company, now).filter(standing -> standing.state() != MemberState.REVOKED).stream()
                                .flatMap(standing ->
                                        company.ownTins().stream().map(tin -> member(tin, company, standing))))
                .toList();
    }

    private Optional<OurStanding> standing(CompanyProjection company, Instant now) {
        try {
            return standings.of(company.bn9(), now.toEpochMilli());
        } catch (StoreUnavailableException e) {
            throw new Refusal.Unavailable(Message.of("benefits.companies.unavailable"));
        }
    }

    private static ExportedMember member(String tin, CompanyProjection company, OurStanding standing) {
        var details = new MemberDetails(
                company.legalName(),
                company.address(),
                tin.substring(0, 2),
                PROGRAMME,
                standing.lines(),
                standing.since(),
                standing.memberSince(),
                null);
        return new ExportedMember(tin, standing.state(), details);
    }
}
