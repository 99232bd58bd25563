package org.trustedtrader.enrolment.application.mongo;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Considerations;
import org.trustedtrader.enrolment.application.Declarations;
import org.trustedtrader.enrolment.application.Declarations.Facilities;
import org.trustedtrader.enrolment.application.Declarations.Solvency;
import org.trustedtrader.enrolment.application.Declarations.StatementOfSupport;
import org.trustedtrader.enrolment.application.Declarations.TradeHistory;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.SpecialConsideration;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.mongo.Fields;

/** What a company declares, and what it is exempted from, inside an application's document. */
final class DeclarationDocuments {

    private DeclarationDocuments() {}

    static Document write(Declarations d) {
        return Fields.empty()
                .putEnums("linesOfBusiness", d.linesOfBusiness())
                .put("facilities", facilities(d.facilities()))
                .put("trade", trade(d.trade()))
                .put("solvency", solvency(d.solvency()))
                .put("convicted", d.convicted())
                .put("significantContraventions", d.significantContraventions())
                .put("registeredWithCarm", d.registeredWithCarm())
                .put("statementOfSupport", support(d.statementOfSupport()))
                .document();
    }

    static Declarations declarations(Fields d) {
        return new Declarations(
                d.constants("linesOfBusiness", LineOfBusiness.class),
                facilities(d.partOrNull("facilities")),
                trade(d.partOrNull("trade")),
                solvency(d.partOrNull("solvency")),
                d.flagOrNull("convicted"),
                d.flagOrNull("significantContraventions"),
                d.flagOrNull("registeredWithCarm"),
                support(d.partOrNull("statementOfSupport")));
    }

    static List<Document> write(Considerations considerations) {
        return considerations.granted().stream()
                .map(c -> Fields.empty()
                        .put("section", c.section())
                        .put("grantedBy", c.grantedBy())
                        .put("reason", c.reason())
                        .put("expiresOn", c.expiresOn())
                        .document())
                .toList();
    }

    static Considerations considerations(List<Fields> granted) {
        return new Considerations(granted.stream()
                .map(c -> new SpecialConsideration(
                        c.constant("section", Section.class),
                        c.text("grantedBy"),
                        c.text("reason"),
                        c.day("expiresOn")))
                .toList());
    }

    private static @Nullable Document facilities(@Nullable Facilities f) {
        return f == null
                ? null
                : Fields.empty()
                        .put("inCanadaOrUnitedStates", f.inCanadaOrUnitedStates())
                        .put("usedForCrossBorderGoods", f.usedForCrossBorderGoods())
                        .document();
    }

    private static @Nullable Facilities facilities(@Nullable Fields f) {
        return f == null ? null : new Facilities(f.flag("inCanadaOrUnitedStates"), f.flag("usedForCrossBorderGoods"));
    }

    private static @Nullable Document trade(@Nullable TradeHistory t) {
        return t == null
                ? null
                : Fields.empty()
                        .put("tradingSince", t.tradingSince())
                        .put("lastMovementOn", t.lastMovementOn())
                        .document();
    }

    private static @Nullable TradeHistory trade(@Nullable Fields t) {
        return t == null ? null : new TradeHistory(t.day("tradingSince"), t.day("lastMovementOn"));
    }

    private static @Nullable Document solvency(@Nullable Solvency s) {
        return s == null
                ? null
                : Fields.empty()
                        .put("undischargedBankruptcy", s.undischargedBankruptcy())
                        .put("unresolvedCrownDebt", s.unresolvedCrownDebt())
                        .document();
    }

    private static @Nullable Solvency solvency(@Nullable Fields s) {
        return s == null ? null : new Solvency(s.flag("undischargedBankruptcy"), s.flag("unresolvedCrownDebt"));
    }

    private static @Nullable Document support(@Nullable StatementOfSupport s) {
        return s == null
                ? null
                : Fields.empty()
                        .put("signedOn", s.signedOn())
                        .put("signatoryPosition", s.signatoryPosition())
                        .document();
    }

    private static @Nullable StatementOfSupport support(@Nullable Fields s) {
        return s == null ? null : new StatementOfSupport(s.day("signedOn"), s.text("signatoryPosition"));
    }
}
