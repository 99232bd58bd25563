package org.trustedtrader.assessment.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** @param name empty for the one chain of a company that names none */
    public record DeclaredChain(Optional<String> name, List<DeclaredLeg> legs) {

        public static List<DeclaredChain> unnamed(List<DeclaredLeg> legs) {
            return legs.isEmpty() ? List.of() : List.of(new DeclaredChain(Optional.empty(), legs));
        }
    }

    /** @throws Refusal.InvalidInput with the path of each leg that goods cannot take */
    public Assessment declare(String assessmentId, List<DeclaredChain> declared, Command command) {
        String company =
                assessments.visible(assessmentId, command.actor()).snapshot().company();
        SupplyChain chain = resolve(declared, company);
        return assessments.change(
                assessmentId, command, assessment -> assessment.declare(chain, command.actor(), clock.now(assessment)));
    }

    /** The legs with every site looked up; also for what-if questions. */
    public SupplyChain resolve(List<DeclaredChain> declared, String company) {
        List<Leg> legs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int c = 0; c < declared.size(); c++) {
            DeclaredChain chain = declared.get(c);
            String path = chain.name().isPresent() ? "chains[" + c + "]." : "";
            if (chain.legs().isEmpty()) {
                throw new Refusal.InvalidInput(path + "legs", Message.of("assessment.chain.no-route"));
            }
            chain.name()
                    .filter(name -> !names.add(name.strip().toLowerCase(Locale.ROOT)))
                    .ifPresent(name -> {
                        throw new Refusal.InvalidInput(path + "name", Message.of("assessment.chain.name-twice"));
                    });
            for (int i = 0; i < chain.legs().size(); i++) {
                DeclaredLeg leg = chain.legs().get(i);
                legs.add(Refusal.InvalidInput.inside(
                        path + "legs[" + i + "]", () -> leg(leg, chain.name().map(String::strip), company)));
            }
        }
        var whole = new SupplyChain(legs);
        var faults = whole.faults();
        if (!faults.isEmpty()) {
            throw new Refusal.InvalidInput(faults);
        }
        return whole;
    }

    private Leg leg(DeclaredLeg declared, Optional<String> chain, String company) {
        return new Leg(
                declared.id(),
                Refusal.InvalidInput.inside("from", () -> place(declared.from(), company)),
                Refusal.InvalidInput.inside("to", () -> place(declared.to(), company)),
                declared.mode(),
                declared.custodyChange(),
                chain);
    }

    private Place place(DeclaredPlace declared, String company) {
        if (declared.siteId().isPresent()) {
            return site(declared.siteId().get(), company);
        }
        String name = declared.name().orElseThrow(() -> missing("name"));
        String country = declared.country().orElseThrow(() -> missing("country"));
        return new Place(Optional.empty(), name, country, declared.region());
    }

    private Place site(String siteId, String company) {
        List<Place> sites = companies
                .sitesOf(company)
                .orElseThrow(() -> new Refusal.Unavailable(Message.of("assessment.place.sites-unknown")));
        return sites.stream()
                .filter(site -> site.siteId().filter(siteId::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput("siteId", Message.of("assessment.place.no-such-site")));
    }

    private static Refusal.InvalidInput missing(String field) {
        return new Refusal.InvalidInput(field, Message.of("assessment.place.missing"));
    }
}
