package org.trustedtrader.benefits.decision.entry;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.monitoring.Disclosure;
import org.trustedtrader.border.monitoring.PartnerAnswer;
import org.trustedtrader.border.monitoring.PartnerQuestion;
import org.trustedtrader.border.policy.Reason;

/** Companies' questions about each other, and their answers with the reasons that the asker is not told. */
final class PartnerForm {

    static final int NUMBER = 3;
    static final String NAME = "MONITORING";

    private PartnerForm() {}

    static void write(Output out, String askedBy, Moment moment, PartnerQuestion question, PartnerAnswer answer) {
        if (!answer.asOf().equals(question.at())
                || answer.statusAgeMillis() != moment.statusAge().toMillis()) {
            throw new IllegalArgumentException("The answer is not one to this question at this moment.");
        }
        EntryCodec.begin(out, NUMBER, askedBy, moment, null);
        out.instant(question.at());
        out.text(question.asker());
        out.text(question.scheme());
        out.text(question.id());
        out.octet(answer.disclosure().ordinal());
        out.number(answer.reasons().size());
        answer.reasons().forEach(reason -> out.octet(reason.ordinal()));
        VersionsForm.write(out, answer.versions());
        out.text(answer.policyVersion());
        out.instant(answer.validUntil());
    }

    record Pair(PartnerQuestion question, PartnerAnswer answer) {}

    static Pair read(Input in, Moment moment) {
        var question = new PartnerQuestion(in.instant(), in.text(), in.text(), in.text());
        var disclosure = Disclosure.values()[in.octet()];
        int count = in.count();
        List<Reason> reasons = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reasons.add(Reason.values()[in.octet()]);
        }
        var versions = VersionsForm.read(in, in.count());
        var answer = new PartnerAnswer(
                disclosure,
                List.copyOf(reasons),
                versions,
                in.text(),
                question.at(),
                in.instant(),
                moment.statusAge().toMillis());
        return new Pair(question, answer);
    }
}
