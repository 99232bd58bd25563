package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.BenefitRule;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** One company with all its memberships, as received. */
final class ReferenceTrader {

    private final String bn9;
    private final ReferenceRevisions company;
    private final Map<String, ReferenceRevisions> memberships = new TreeMap<>();

    ReferenceTrader(String bn9, ReferenceRevisions company) {
        this.bn9 = bn9;
        this.company = company;
    }

    void addMembership(String subject, ReferenceRevisions versions) {
        memberships.put(subject, versions);
    }

    /** Whether the identifier is this trader's at that time. */
    boolean holds(Identifier identifier, long millis) {
        return countingAt(millis).stream().anyMatch(state -> names(state, identifier));
    }

    /** Whether it holds, held or will hold the identifier. */
    boolean everHolds(Identifier identifier) {
        return (identifier.scheme() == Scheme.BN9 && identifier.value().equals(bn9))
                || all().stream().flatMap(v -> v.received().stream()).anyMatch(state -> names(state, identifier));
    }

    /** A trader goes by its business number as soon as anything but an unreadable membership counts. */
    private boolean names(Revision state, Identifier identifier) {
        return switch (identifier.scheme()) {
            case BN9 ->
                identifier.value().equals(bn9)
                        && (state.readable() || state.subject().startsWith(Revision.COMPANY));
            case MEMBERSHIP ->
                state.fact() instanceof MembershipFact fact && fact.number().equals(identifier.value());
            default ->
                state.fact() instanceof CompanyFact fact && fact.identifiers().contains(identifier);
        };
    }

    /** Whether anything that counts at that time could not be read, such as who holds what. */
    boolean hasUnreadable(long millis) {
        return countingAt(millis).stream().anyMatch(state -> !state.readable());
    }

    /** Why not, at that time; empty if the benefit is granted. */
    Set<Reason> reasons(BenefitRule rule, Role role, long millis) {
        var said = evaluate(countingAt(millis), rule, role);
        if (all().stream().noneMatch(v -> v.behindHole(millis) != null)) {
            return said;
        }
        var behind = evaluate(
                states(v -> {
                    var next = v.behindHole(millis);
                    return next != null ? next : v.at(millis);
                }),
                rule,
                role);
        if (said.isEmpty() || behind.isEmpty()) {
            said.add(Reason.STATUS_UNKNOWN_THEN);
        }
        return said;
    }

    private static EnumSet<Reason> evaluate(List<Revision> states, BenefitRule rule, Role role) {
        var reasons = EnumSet.noneOf(Reason.class);
        if (states.stream().anyMatch(s -> !s.readable())) {
            reasons.add(Reason.STATUS_NOT_UNDERSTOOD);
        }
        var inProgrammes = states.stream()
                .anyMatch(s -> s.fact() instanceof CompanyFact fact
                        && fact.programmes().containsAll(rule.programmes()));
        if (!rule.programmes().isEmpty() && !inProgrammes) {
            reasons.add(Reason.NOT_IN_CSA);
        }
        if (ReferenceMemberships.in(states).isEmpty()) {
            reasons.add(Reason.NOT_A_MEMBER);
        } else {
            reasons.addAll(ReferenceMemberships.reasons(states, rule, role, !reasons.contains(Reason.NOT_IN_CSA)));
        }
        return reasons;
    }

    void versionsInto(Map<String, Long> versions) {
        if (!company.isEmpty()) {
            versions.put(Revision.COMPANY + bn9, company.newest());
        }
        memberships.forEach((subject, v) -> versions.put(subject, v.newest()));
    }

    private List<Revision> countingAt(long millis) {
        return states(v -> v.at(millis));
    }

    private List<Revision> states(Function<ReferenceRevisions, @Nullable Revision> which) {
        List<Revision> states = new ArrayList<>();
        for (var versions : all()) {
            var state = which.apply(versions);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    private Collection<ReferenceRevisions> all() {
        List<ReferenceRevisions> all = new ArrayList<>(memberships.values());
        all.add(company);
        return all;
    }
}
