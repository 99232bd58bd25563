package org.trustedtrader.acceptance.journey;

/**
 * A company in all the parts that it plays.
 *
 * @param assessor who judges its security profile
 */
record CompanyRoles(
        Trader trader,
        Applicant applicant,
        SecurityProfile profile,
        VisitedCompany host,
        Member member,
        Partner partner,
        EarlierRun leftovers,
        Assessor assessor) {

    static CompanyRoles of(Trader trader, Applicant applicant, String weakness, Assessor assessor) {
        return new CompanyRoles(
                trader,
                applicant,
                new SecurityProfile(trader, weakness),
                new VisitedCompany(trader),
                new Member(trader),
                new Partner(trader.owner()),
                new EarlierRun(trader),
                assessor);
    }

    String who() {
        return trader.who();
    }

    String name() {
        return trader.name();
    }
}
