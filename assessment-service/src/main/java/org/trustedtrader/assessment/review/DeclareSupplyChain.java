package org.trustedtrader.assessment.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.assessment.supplychain.CompanySites;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.Place;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Takes the legs that a company declares, and looks up its own sites among those that enrolment announced. */
public final class DeclareSupplyChain {

    private final Assessments assessments;
    private final CompanySites companies;
    private final CompanyClock clock;

    public DeclareSupplyChain(Assessments assessments, CompanySites companies, CompanyClock clock) {
        this.assessments = assessments;
        this.companies = companies;
        this.clock = clock;
    }

    /** One of the company's own sites, or somebody else's place with its name and country. */
    public record DeclaredPlace(
            Optional<String> siteId, Optional<String> name, Optional<String> country, Optional<String> region) {}

    public record DeclaredLeg(
            String id, DeclaredPlace from, DeclaredPlace to, TransportMode mode, boolean custodyChange) {}

    public Assessment declare(String assessmentId, List<DeclaredLeg> declared, Command command) {
        String company =
                assessments.visible(assessmentId, command.actor()).snapshot().company();
        SupplyChain chain = resolve(declared, company);
        return assessments.change(
                assessmentId, command, assessment -> assessment.declare(chain, command.actor(), clock.now(assessment)));
    }

    /** The legs with every site looked up; also for what-if questions. */
    public SupplyChain resolve(List<DeclaredLeg> declared, String company) {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            DeclaredLeg leg = declared.get(i);
            String field = "legs[" + i + "]";
            legs.add(new Leg(
                    leg.id(),
                    place(leg.from(), field + ".from", company),
                    place(leg.to(), field + ".to", company),
                    leg.mode(),
                    leg.custodyChange()));
        }
        return new SupplyChain(legs);
    }

    private Place place(DeclaredPlace declared, String field, String company) {
        if (declared.siteId().isPresent()) {
            return site(declared.siteId().get(), field, company);
        }
        String name = declared.name().orElseThrow(() -> missing(field + ".name"));
        String country = declared.country().orElseThrow(() -> missing(field + ".country"));
        return new Place(Optional.empty(), name, country, declared.region());
    }

    private Place site(String siteId, String field, String company) {
        List<Place> sites = companies
                .sitesOf(company)
                .orElseThrow(() -> new Refusal.Unavailable(Message.of("assessment.place.sites-unknown")));
        return sites.stream()
                .filter(site -> site.siteId().filter(siteId::equals).isPresent())
                .findFirst()
                .orElseThrow(
                        () -> new Refusal.InvalidInput(field + ".siteId", Message.of("assessment.place.no-such-site")));
    }

    private static Refusal.InvalidInput missing(String field) {
        return new Refusal.InvalidInput(field, Message.of("assessment.place.missing"));
    }
}
