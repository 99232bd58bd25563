package org.trustedtrader.enrolment.company;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.identifier.IdentifierScheme;

/**
 * A number by which customs may know a company, beside its business number.
 *
 * @param number in its one written form; records from before that rule may hold another text
 */
public record Identifier(IdentifierScheme scheme, String number) {

    /** By the name of its scheme, {@code carrier-code} or {@code CARRIER_CODE}, and as somebody typed it. */
    public static Optional<Identifier> named(String scheme, String typed) {
        return scheme(scheme)
                .map(known -> new Identifier(known, known.normalized(typed).orElse(typed)));
    }

    /** Every scheme but the business number, which is the company itself. */
    public static Optional<IdentifierScheme> scheme(String name) {
        return Stream.of(IdentifierScheme.values())
                .filter(scheme -> scheme != IdentifierScheme.BN9)
                .filter(scheme -> scheme.name().equals(name) || path(scheme).equals(name))
                .findFirst();
    }

    static Identifier of(CarrierCode carrier) {
        return new Identifier(IdentifierScheme.CARRIER_CODE, carrier.code());
    }

    static Identifier of(ProgrammeAccount account) {
        return new Identifier(account.programme().scheme(), account.number());
    }

    /** By its stored {@link #claim}, in whatever writing; empty for a business number. */
    static Optional<Identifier> claimed(String claim) {
        var number = claim.indexOf(':') + 1;
        var name = claim.substring(0, number - 1);
        return scheme(name.equals("CARRIER") ? IdentifierScheme.CARRIER_CODE.name() : name)
                .map(scheme -> new Identifier(scheme, claim.substring(number)));
    }

    /** The name of the scheme in an address, such as {@code carrier-code}. */
    public String path() {
        return path(scheme);
    }

    /** What only one company can have confirmed: the same for every way in which the number can be written. */
    String claim() {
        var prefix = scheme == IdentifierScheme.CARRIER_CODE ? "CARRIER" : scheme.name();
        return prefix + ":" + scheme.comparable(number);
    }

    boolean sameAs(Identifier other) {
        return claim().equals(other.claim());
    }

    private static String path(IdentifierScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return path() + " " + number;
    }
}
