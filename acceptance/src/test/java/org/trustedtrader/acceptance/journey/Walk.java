package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Callers;
import tools.jackson.databind.node.ObjectNode;

/**
 * One company's way from registration to membership, as in the story but without telling; many can be walked at the same
 * time. Between the two halves the programme's clock has to pass the agreed visits.
 */
public final class Walk {

    private static final Object ONE_ROSTER = new Object();
    private static final AtomicInteger CARDS = new AtomicInteger();
    private static final AtomicInteger RULES = new AtomicInteger();

    private final Cast cast;
    private final CompanyRoles company;
    private final Api manager;

    private Walk(Cast cast, CompanyRoles company, Api manager) {
        this.cast = cast;
        this.company = company;
        this.manager = manager;
    }

    /**
     * A carrier with one site, so that it is visited once.
     *
     * @param owner       demo user who owns the company's account
     * @param carrierCode of its own
     */
    public static Walk of(Callers callers, Cast cast, String owner, String businessNumber, String carrierCode) {
        var record = (ObjectNode) Applicant.recordNamed("carrier.json");
        record.put("businessNumber", businessNumber);
        record.put("legalName", "Test Haulage " + carrierCode);
        record.put("carrierCode", carrierCode);
        var site = record.path("sites").get(0);
        record.putArray("sites").add(site);
        record.putArray("programmeAccounts")
                .addObject()
                .put("programme", "BN15")
                .put("number", businessNumber + "RM0001");
        var trader = new Trader(owner, businessNumber, "HIGHWAY_CARRIER", callers.user(owner));
        var party = CompanyRoles.of(
                trader, new Applicant(trader, record), "none", new Assessor(callers.user("adam.assessor")));
        return new Walk(cast, party, callers.user("pm.morgan"));
    }

    Trader trader() {
        return company.trader();
    }

    public String businessNumber() {
        return company.trader().businessNumber();
    }

    public String application() {
        return company.trader().application();
    }

    public void clearLeftovers() {
        company.leftovers().cleared();
    }

    public void toTheAgreedVisit() {
        toTheOpenProfile();
        fromTheProfileToTheAgreedVisit();
    }

    /** Applied and accepted; the security profile waits for answers. */
    public void toTheOpenProfile() {
        var trader = company.trader();
        company.applicant().registers();
        registeringACard().run();
        company.applicant().drafts();
        company.applicant().fillsIn(cast.time().today());
        company.applicant().submits();
        cast.intake().accepts(trader);
        cast.intake().confirmsIdentifiers(trader);
        cast.vetting().vets(trader);
        company.profile().opens();
    }

    private void fromTheProfileToTheAgreedVisit() {
        var trader = company.trader();
        answeringItsProfile().run();
        company.profile().attachesEvidence(cast.time().today());
        company.profile().declaresTheSupplyChain();
        company.profile().submits();
        company.assessor().judges(trader);
        company.assessor().completes(trader);
        cast.validator().findsTheVisitsDue(trader);
        synchronized (ONE_ROSTER) {
            cast.validator().proposes(trader);
            company.host().confirms();
        }
    }

    /** Moves the programme's clock past the agreed visits of all these. */
    public static void passVisits(List<Walk> walks) {
        var cast = walks.getFirst().cast;
        walks.stream()
                .map(walk -> cast.validator().beginning(walk.company.trader()))
                .max(Instant::compareTo)
                .ifPresent(cast.time()::moveTo);
    }

    /** For everybody on the platform. */
    public void passDays(int days) {
        cast.time().move(Duration.ofDays(days));
    }

    public void toTheFieldwork() {
        cast.validator().visits(company.trader());
    }

    public void fromTheVisitToMembership() {
        var trader = company.trader();
        toTheFieldwork();
        draftsTheReport();
        cast.validator().issues(trader);
        company.host().responds();
        cast.validator().closes(trader);
        cast.approver().findsTheFileReady(trader);
        cast.approver().approves(trader);
        company.applicant().signsTheTerms();
        cast.approver().seesMembership(trader, "ACTIVE");
        company.member().findsTierTwo();
        registeringACard().run();
    }

    public void amendsItsRecord() {
        company.applicant().registersAgain();
    }

    /** As of today, however late it is then: only the assessment service is needed to do so. */
    public Runnable answeringItsProfile() {
        var today = cast.time().today();
        return () -> company.profile().answers(today);
    }

    public void draftsTheReport() {
        cast.validator().drafts(company.trader());
    }

    /** Valid as of today, however late it is then: only the enrolment service is needed to do so. */
    public Runnable registeringACard() {
        var year = cast.time().today().getYear();
        return () -> manager.post(
                        "/v1/driver-cards",
                        Map.of(
                                "number", "TEST" + year + "%07d".formatted(CARDS.incrementAndGet()),
                                "programme", "FAST",
                                "validFrom", year + "-01-01",
                                "validUntil", (year + 5) + "-12-31"))
                .expect(201);
    }

    /** For a day years ahead: only the benefits service is needed to do so. */
    public Runnable proposingRules() {
        var inForce = manager.get("/v1/policies").expect(200).text("inForce");
        var effectiveFrom = (cast.time().today().getYear() + 5) + "-01-01T05:00:00Z";
        var file =
                (ObjectNode) manager.get("/v1/policies/" + inForce).expect(200).body();
        return () -> manager.post(
                        "/v1/policies",
                        file.deepCopy()
                                .put("version", "walk-" + RULES.incrementAndGet() + "-" + businessNumber())
                                .put("effectiveFrom", effectiveFrom))
                .expect(201);
    }
}
