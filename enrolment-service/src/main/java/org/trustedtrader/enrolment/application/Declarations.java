package org.trustedtrader.enrolment.application;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What the company declares in its application; a section that is null is not answered yet. A declaration against the
 * company, such as a conviction, can be made and saved: whether it stands in the way is judged on submission.
 */
public record Declarations(
        Set<LineOfBusiness> linesOfBusiness,
        @Nullable Facilities facilities,
        @Nullable TradeHistory trade,
        @Nullable Solvency solvency,
        @Nullable Boolean convicted,
        @Nullable Boolean significantContraventions,
        @Nullable Boolean registeredWithCarm,
        @Nullable StatementOfSupport statementOfSupport) {

    public Declarations {
        linesOfBusiness = LineOfBusiness.inOrder(linesOfBusiness);
    }

    /** Facilities in Canada or the United States, and whether cross-border commercial goods pass through them. */
    public record Facilities(boolean inCanadaOrUnitedStates, boolean usedForCrossBorderGoods) {}

    /** Since when the company has traded across the border, and when it last moved goods over it. */
    public record TradeHistory(LocalDate tradingSince, LocalDate lastMovementOn) {

        public TradeHistory {
            if (lastMovementOn.isBefore(tradingSince)) {
                throw new Refusal.InvalidInput(
                        "trade.lastMovementOn", Message.of("enrolment.declarations.movement-before-trade"));
            }
        }
    }

    public record Solvency(boolean undischargedBankruptcy, boolean unresolvedCrownDebt) {}

    /** The senior management's statement of support; the signatory is named by position, not by name. */
    public record StatementOfSupport(LocalDate signedOn, String signatoryPosition) {

        public StatementOfSupport {
            if (signatoryPosition.isBlank() || signatoryPosition.length() > 120) {
                throw new Refusal.InvalidInput(
                        "statementOfSupport.signatoryPosition", Message.of("enrolment.declarations.position", 120));
            }
        }
    }

    public static Declarations none(Set<LineOfBusiness> linesOfBusiness) {
        return new Declarations(linesOfBusiness, null, null, null, null, null, null, null);
    }
}
