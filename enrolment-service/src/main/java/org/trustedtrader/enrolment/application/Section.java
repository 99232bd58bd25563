package org.trustedtrader.enrolment.application;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
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
            Message.of("enrolment.section.lines-of-business-missing")),
    SITES("company.sites", d -> d.company().site(), Message.of("enrolment.section.site-missing")),
    CONTACTS("company.contacts", d -> d.company().contact(), Message.of("enrolment.section.contact-missing")),
    CARRIER_CODE(
            "company.carrierCode",
            d -> !d.carries() || d.company().carrierCode(),
            Message.of("enrolment.section.carrier-code-missing")),
    TRADE_ACCOUNT(
            "company.programmeAccounts",
            d -> !d.imports() || d.company().tradeAccount(),
            Message.of("enrolment.section.trade-account-missing")),
    FACILITIES(
            "facilities",
            d -> d.declared().facilities() != null,
            Message.of("enrolment.section.facilities-missing"),
            d -> d.facilitiesQualify() ? null : Message.of("enrolment.eligibility.facilities")),
    TRADE_HISTORY(
            "trade",
            d -> d.declared().trade() != null,
            Message.of("enrolment.section.trade-missing"),
            EligibilityRules::objectionToTrade),
    SOLVENCY(
            "solvency",
            d -> d.declared().solvency() != null,
            Message.of("enrolment.section.solvency-missing"),
            d -> d.solvent() ? null : Message.of("enrolment.eligibility.insolvent")),
    CONVICTIONS(
            "convicted",
            d -> d.declared().convicted() != null,
            Message.of("enrolment.section.convictions-missing"),
            d -> Boolean.TRUE.equals(d.declared().convicted()) ? Message.of("enrolment.eligibility.convicted") : null),
    CONTRAVENTIONS(
            "significantContraventions",
            d -> d.declared().significantContraventions() != null,
            Message.of("enrolment.section.contraventions-missing"),
            d -> Boolean.TRUE.equals(d.declared().significantContraventions())
                    ? Message.of("enrolment.eligibility.contraventions")
                    : null),
    CARM_REGISTRATION(
            "registeredWithCarm",
            d -> d.declared().registeredWithCarm() != null,
            Message.of("enrolment.section.carm-missing"),
            d -> Boolean.FALSE.equals(d.declared().registeredWithCarm())
                    ? Message.of("enrolment.eligibility.carm")
                    : null),
    STATEMENT_OF_SUPPORT(
            "statementOfSupport",
            d -> d.declared().statementOfSupport() != null,
            Message.of("enrolment.section.statement-missing"),
            EligibilityRules::objectionToStatement);

    private final String field;
    private final Predicate<EligibilityRules> complete;
    private final Message missing;
    private final Function<EligibilityRules, Optional<Message>> objection;

    Section(String field, Predicate<EligibilityRules> complete, Message missing) {
        this(field, complete, missing, d -> null);
    }

    Section(
            String field,
            Predicate<EligibilityRules> complete,
            Message missing,
            Function<EligibilityRules, @Nullable Message> objection) {
        this.field = field;
        this.complete = complete;
        this.missing = missing;
        this.objection = d -> Optional.ofNullable(objection.apply(d));
    }

    Optional<Violation> missingIn(EligibilityRules rules) {
        return complete.test(rules) ? Optional.empty() : Optional.of(new Violation(field, missing));
    }

    Optional<Violation> unmetIn(EligibilityRules rules) {
        return objection.apply(rules).map(reason -> new Violation(field, reason));
    }
}
