package org.trustedtrader.acceptance.journey;

/**
 * A company in all the parts that it plays.
 *
 * @param assessor who judges its security profile
 */
record Party(
        Trader trader,
        Applicant applicant,
        SecurityProfile profile,
        Host host,
        Member member,
        Partner partner,
        Leftovers leftovers,
        Assessor assessor) {

    static Party of(Trader trader, Applicant applicant, String weakness, Assessor assessor) {
        return new Party(
                trader,
                applicant,
                new SecurityProfile(trader, weakness),
                new Host(trader),
                new Member(trader),
                new Partner(trader.owner()),
                new Leftovers(trader),
                assessor);
    }

    String who() {
        return trader.who();
    }

    String name() {
        return trader.name();
    }
}
