package org.trustedtrader.enrolment.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.consent.Consent;
import org.trustedtrader.enrolment.consent.Consents;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswer.Reason;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Answers a company's question about another one. The look-ups are the same whatever is found, so that neither the answer
 * nor the time it takes tells apart pairs that may not be told apart.
 */
public final class MonitorPartner {

    private final Companies companies;
    private final Memberships memberships;
    private final Consents consents;
    private final MonitoringAnswers answers;
    private final Clock clock;
    private final Duration validFor;

    public MonitorPartner(
            Companies companies,
            Memberships memberships,
            Consents consents,
            MonitoringAnswers answers,
            MonitoringTerms terms) {
        this.companies = companies;
        this.memberships = memberships;
        this.consents = consents;
        this.answers = answers;
        this.clock = terms.clock();
        this.validFor = terms.validFor();
    }

    /** @param validFor how long an answer may be relied on */
    public record MonitoringTerms(Clock clock, Duration validFor) {}

    /** @param scheme, identifier as they were written */
    public MonitoringAnswer ask(String scheme, String identifier, Actor actor) {
        var asker = Roles.companyOf(actor);
        var asked = company(scheme, identifier).orElse("");
        var ours = memberships.ofCompany(asker);
        var theirs = memberships.ofCompany(asked);
        var toAsker = consents.find(new Consent.Pair(asked, asker).id());
        var toAsked = consents.find(new Consent.Pair(asker, asked).id());
        var reasons = new ArrayList<Reason>();
        if (ours.stream().noneMatch(membership -> isMember(membership.state()))) {
            reasons.add(Reason.ASKER_NOT_A_MEMBER);
        }
        if (asked.isEmpty()) {
            reasons.add(Reason.UNKNOWN_IDENTIFIER);
        } else {
            if (theirs.isEmpty()) {
                reasons.add(Reason.NOT_A_MEMBER);
            }
            if (!isInForce(toAsker) || !isInForce(toAsked)) {
                reasons.add(Reason.CONSENT_MISSING);
            }
        }
        var versions = new TreeMap<String, Long>();
        toAsker.ifPresent(consent -> versions.put("consent/" + consent.id(), consent.version()));
        toAsked.ifPresent(consent -> versions.put("consent/" + consent.id(), consent.version()));
        ours.forEach(membership -> versions.put("membership/" + membership.id(), membership.version()));
        theirs.forEach(membership -> versions.put("membership/" + membership.id(), membership.version()));
        var asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var answer = new MonitoringAnswer(
                UUID.randomUUID().toString(),
                actor.id(),
                asker,
                scheme,
                identifier,
                reasons.isEmpty() ? Disclosure.of(states(theirs)) : Disclosure.NOT_DISCLOSED,
                List.copyOf(reasons),
                versions,
                asOf,
                asOf.plus(validFor));
        answers.append(answer);
        return answer;
    }

    /** A suspended member and one that appeals are members; one that withdrew or was cancelled is not. */
    static boolean isMember(MembershipState state) {
        return state.benefits() || state == MembershipState.SUSPENDED || state == MembershipState.APPEAL_PENDING;
    }

    private static Stream<MembershipState> states(List<Membership> memberships) {
        return memberships.stream().map(Membership::state);
    }

    private static boolean isInForce(Optional<Consent> consent) {
        return consent.isPresent() && consent.get().isInForce();
    }

    /** A driver's card is no company's identifier; members of other countries' programmes are not asked to consent. */
    private Optional<String> company(String scheme, String identifier) {
        return switch (scheme.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "membership" -> memberships.companyOf(identifier);
            case "carrier-code" -> companies.claimant("CARRIER:" + identifier);
            case "bn9" -> companies.claimant("BN9:" + identifier);
            case "bn15" -> companies.claimant("BN15:" + identifier);
            case "tin" -> companies.claimant("TIN:" + identifier);
            default -> companies.claimant("");
        };
    }
}
