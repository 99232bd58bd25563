package org.trustedtrader.enrolment.company;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.IdentifierClaim.State;
import org.trustedtrader.platform.refusal.Refusal;

/** All claims of one company, each identifier once. */
record IdentifierClaims(List<IdentifierClaim> all) {

    IdentifierClaims {
        all = List.copyOf(all);
    }

    static IdentifierClaims of(CompanyDetails details) {
        return new IdentifierClaims(identifiers(details)
                .map(identifier -> IdentifierClaim.of(identifier, null))
                .toList());
    }

    /**
     * Of a record from before officers confirmed identifiers: what it holds counts as confirmed, what it gave up stays the
     * company's.
     *
     * @param until when they should be confirmed again; null if nobody has said so yet
     */
    static IdentifierClaims migrated(Company.Snapshot before, @Nullable LocalDate until) {
        var details = before.details();
        var held = identifiers(details).map(one -> IdentifierClaim.migrated(one, before.effectiveAt(), until));
        var givenUp = before.claims().stream()
                .map(Identifier::claimed)
                .flatMap(Optional::stream)
                .filter(one -> !in(details, one))
                .collect(Collectors.toMap(Identifier::claim, Function.identity(), (one, other) -> one, TreeMap::new))
                .values()
                .stream()
                .map(one -> IdentifierClaim.migrated(one, before.effectiveAt(), null)
                        .in(State.CLOSED));
        return new IdentifierClaims(Stream.concat(held, givenUp).toList());
    }

    static Stream<Identifier> identifiers(CompanyDetails details) {
        return Stream.concat(
                details.carrierCode().stream().map(Identifier::of),
                details.programmeAccounts().stream().map(Identifier::of));
    }

    Optional<IdentifierClaim> of(Identifier identifier) {
        return all.stream()
                .filter(claim -> claim.identifier().sameAs(identifier))
                .findFirst();
    }

    IdentifierClaim require(Identifier identifier) {
        return of(identifier).orElseThrow(() -> new Refusal.NotFound("identifier"));
    }

    boolean confirmed(Identifier identifier) {
        return of(identifier).filter(claim -> claim.state() == State.CONFIRMED).isPresent();
    }

    boolean any(Predicate<IdentifierClaim> which) {
        return all.stream().anyMatch(which);
    }

    IdentifierClaims with(IdentifierClaim claim) {
        var claims = new ArrayList<>(all);
        claims.removeIf(other -> other.identifier().sameAs(claim.identifier()));
        claims.add(claim);
        return new IdentifierClaims(claims);
    }

    IdentifierClaims each(UnaryOperator<IdentifierClaim> change) {
        return new IdentifierClaims(all.stream().map(change).toList());
    }

    /** The company says that it has these: what it gives up is closed, what is new is claimed. */
    IdentifierClaims amended(CompanyDetails before, CompanyDetails after) {
        List<IdentifierClaim> claims = new ArrayList<>();
        for (var claim : all) {
            if (in(after, claim.identifier())) {
                continue;
            }
            var givenUp = in(before, claim.identifier());
            if (givenUp && claim.state().exclusive()) {
                claims.add(claim.in(State.CLOSED));
            } else if (!givenUp || claim.state() == State.REVOKED || claim.state() == State.REFUSED) {
                claims.add(claim);
            }
        }
        identifiers(after).map(identifier -> amended(before, identifier)).forEach(claims::add);
        return new IdentifierClaims(claims);
    }

    private IdentifierClaim amended(CompanyDetails before, Identifier identifier) {
        return of(identifier)
                .filter(claim -> in(before, identifier) || claim.state().alive())
                .map(claim -> claim.written(identifier))
                .orElseGet(() -> IdentifierClaim.of(identifier, null));
    }

    static boolean in(CompanyDetails details, Identifier identifier) {
        return identifiers(details).anyMatch(identifier::sameAs);
    }
}
