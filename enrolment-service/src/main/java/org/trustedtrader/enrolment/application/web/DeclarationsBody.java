package org.trustedtrader.enrolment.application.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Declarations;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.MembershipApplication.Kind;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The sections of an application; each may be left out until it is submitted.
 *
 * @param kind MEMBERSHIP if absent; said when the application is drafted, and never changed
 */
record DeclarationsBody(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Kind kind,

        @NotNull Set<@NotNull LineOfBusiness> linesOfBusiness,

        @Nullable FacilitiesBody facilities,
        @Nullable @Valid TradeBody trade,
        @Nullable SolvencyBody solvency,
        @Nullable Boolean convicted,
        @Nullable Boolean significantContraventions,
        @Nullable Boolean registeredWithCarm,
        @Nullable @Valid SupportBody statementOfSupport) {

    record FacilitiesBody(boolean inCanadaOrUnitedStates, boolean usedForCrossBorderGoods) {}

    record TradeBody(
            @NotNull LocalDate tradingSince, @NotNull LocalDate lastMovementOn) {}

    record SolvencyBody(boolean undischargedBankruptcy, boolean unresolvedCrownDebt) {}

    record SupportBody(
            @NotNull LocalDate signedOn,

            @NotBlank @Size(max = 120) String signatoryPosition) {}

    boolean isVariation() {
        return kind == Kind.VARIATION;
    }

    /** @throws Refusal.InvalidInput if it says another kind than that of the application */
    Declarations amending(MembershipApplication application) {
        if (kind != null && kind != application.snapshot().kind()) {
            throw new Refusal.InvalidInput("kind", Message.of("enrolment.variation.kind"));
        }
        return toDeclarations();
    }

    Declarations toDeclarations() {
        return new Declarations(
                linesOfBusiness,
                facilities == null
                        ? null
                        : new Declarations.Facilities(
                                facilities.inCanadaOrUnitedStates(), facilities.usedForCrossBorderGoods()),
                trade == null ? null : new Declarations.TradeHistory(trade.tradingSince(), trade.lastMovementOn()),
                solvency == null
                        ? null
                        : new Declarations.Solvency(solvency.undischargedBankruptcy(), solvency.unresolvedCrownDebt()),
                convicted,
                significantContraventions,
                registeredWithCarm,
                statementOfSupport == null
                        ? null
                        : new Declarations.StatementOfSupport(
                                statementOfSupport.signedOn(), statementOfSupport.signatoryPosition()));
    }

    static DeclarationsBody of(Declarations d) {
        var facilities = d.facilities();
        var trade = d.trade();
        var solvency = d.solvency();
        var support = d.statementOfSupport();
        return new DeclarationsBody(
                null,
                d.linesOfBusiness(),
                facilities == null
                        ? null
                        : new FacilitiesBody(facilities.inCanadaOrUnitedStates(), facilities.usedForCrossBorderGoods()),
                trade == null ? null : new TradeBody(trade.tradingSince(), trade.lastMovementOn()),
                solvency == null
                        ? null
                        : new SolvencyBody(solvency.undischargedBankruptcy(), solvency.unresolvedCrownDebt()),
                d.convicted(),
                d.significantContraventions(),
                d.registeredWithCarm(),
                support == null ? null : new SupportBody(support.signedOn(), support.signatoryPosition()));
    }
}
