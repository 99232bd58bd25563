package org.trustedtrader.enrolment.application;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * The sections of an application. Each is complete or says what is missing; a complete one also meets the programme's rule
 * (who may join) or says why not. {@code field} is where the section lies in the JSON of the application or the company.
 */
public enum Section {
    LINES_OF_BUSINESS(
            "linesOfBusiness",
            d -> d.company().linesOfBusiness().containsAll(d.declared().linesOfBusiness())
                    && !d.declared().linesOfBusiness().isEmpty(),
            "Name at least one line of business, and only such as are in the company's record."),
    SITES("company.sites", d -> d.company().site(), "The company's record holds no site."),
    CONTACTS("company.contacts", d -> d.company().contact(), "The company's record names no contact."),
    CARRIER_CODE(
            "company.carrierCode",
            d -> !d.carries() || d.company().carrierCode(),
            "A carrier needs a carrier code in the company's record."),
    TRADE_ACCOUNT(
            "company.programmeAccounts",
            d -> !d.imports() || d.company().tradeAccount(),
            "An importer needs an RM account of its business number in the company's record."),
    FACILITIES(
            "facilities",
            d -> d.declared().facilities() != null,
            "Say whether there are facilities in Canada or the United States.",
            d -> d.facilitiesQualify()
                    ? null
                    : "The programme needs facilities in Canada or the United States used for cross-border goods."),
    TRADE_HISTORY(
            "trade",
            d -> d.declared().trade() != null,
            "Say since when the company trades across the border and when goods last moved.",
            Dossier::objectionToTrade),
    SOLVENCY(
            "solvency",
            d -> d.declared().solvency() != null,
            "Declare whether there is a bankruptcy or a debt to the Crown.",
            d -> d.solvent() ? null : "An undischarged bankruptcy or an unresolved Crown debt stands in the way."),
    CONVICTIONS(
            "convicted",
            d -> d.declared().convicted() != null,
            "Declare whether there are convictions.",
            d -> Boolean.TRUE.equals(d.declared().convicted()) ? "A conviction stands in the way." : null),
    CONTRAVENTIONS(
            "significantContraventions",
            d -> d.declared().significantContraventions() != null,
            "Declare whether there is a history of significant contraventions.",
            d -> Boolean.TRUE.equals(d.declared().significantContraventions())
                    ? "A history of significant contraventions stands in the way."
                    : null),
    CARM_REGISTRATION(
            "registeredWithCarm",
            d -> d.declared().registeredWithCarm() != null,
            "Declare whether the company is registered with the customs client portal (CARM).",
            d -> Boolean.FALSE.equals(d.declared().registeredWithCarm())
                    ? "The company must be registered with the customs client portal (CARM)."
                    : null),
    STATEMENT_OF_SUPPORT(
            "statementOfSupport",
            d -> d.declared().statementOfSupport() != null,
            "The senior management's statement of support is missing.");

    private final String field;
    private final Predicate<Dossier> complete;
    private final String whatIsMissing;
    private final Function<Dossier, Optional<String>> objection;

    Section(String field, Predicate<Dossier> complete, String whatIsMissing) {
        this(field, complete, whatIsMissing, d -> null);
    }

    Section(
            String field,
            Predicate<Dossier> complete,
            String whatIsMissing,
            Function<Dossier, @Nullable String> objection) {
        this.field = field;
        this.complete = complete;
        this.whatIsMissing = whatIsMissing;
        this.objection = d -> Optional.ofNullable(objection.apply(d));
    }

    Optional<Violation> missingIn(Dossier dossier) {
        return complete.test(dossier) ? Optional.empty() : Optional.of(new Violation(field, whatIsMissing));
    }

    Optional<Violation> unmetIn(Dossier dossier) {
        return objection.apply(dossier).map(reason -> new Violation(field, reason));
    }
}
