package org.trustedtrader.benefits.decision.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingAnswer.BenefitFindings;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Direction;
import org.trustedtrader.border.policy.Mode;
import org.trustedtrader.border.policy.Reason;

/** Crossings and what they may use. A finding names whom it is about by where the question names him. */
final class CrossingCodec {

    static final int NUMBER = 2;
    static final String NAME = "CROSSING";

    private static final int NOBODY = 0;
    private static final int CARRIER = 1;
    private static final int DRIVER = 2;
    private static final int AS_WRITTEN = 3;
    private static final int FIRST_IMPORTER = 4;

    private CrossingCodec() {}

    static void write(EntryOutput out, String askedBy, Moment moment, Crossing crossing, CrossingAnswer answer) {
        if (!answer.asOf().equals(crossing.at())
                || answer.statusAgeMillis() != moment.statusAge().toMillis()) {
            throw new IllegalArgumentException("The answer is not one to this question at this moment.");
        }
        EntryCodec.begin(out, NUMBER, askedBy, moment, crossing.knownAt());
        write(out, crossing);
        out.octet(answer.outcome().ordinal());
        out.text(answer.policyVersion());
        out.instant(answer.validUntil());
        VersionsCodec.write(out, answer.versions());
        out.octet(answer.benefits().size());
        for (var benefit : answer.benefits()) {
            out.octet(benefit.benefit().ordinal());
            out.octet(benefit.outcome().ordinal());
            out.number(benefit.findings().size());
            benefit.findings().forEach(finding -> write(out, crossing, finding));
        }
    }

    record Pair(Crossing crossing, CrossingAnswer answer) {}

    static Pair read(EntryInput in, Moment moment, @Nullable Instant knownAt) {
        var crossing = crossing(in).asKnownAt(knownAt);
        var lane = Lane.values()[in.octet()];
        var policyVersion = in.text();
        var validUntil = in.instant();
        var versions = VersionsCodec.read(in, in.count());
        int count = in.octet();
        List<BenefitFindings> benefits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            benefits.add(benefit(in, crossing));
        }
        var answer = new CrossingAnswer(
                lane,
                List.copyOf(benefits),
                versions,
                policyVersion,
                crossing.at(),
                validUntil,
                moment.statusAge().toMillis());
        return new Pair(crossing, answer);
    }

    private static void write(EntryOutput out, Crossing crossing) {
        out.instant(crossing.at());
        out.text(crossing.port());
        out.octet(crossing.mode().ordinal());
        out.octet(crossing.direction().ordinal());
        out.text(crossing.carrierCode());
        out.number(crossing.importers().size());
        crossing.importers().forEach(out::text);
        var driver = crossing.driverCard();
        out.octet(driver == null ? 0 : 1);
        if (driver != null) {
            out.text(driver);
        }
        out.text(crossing.originCountry());
        out.octet(crossing.regulated() ? 1 : 0);
        out.octet(crossing.seal().ordinal());
    }

    private static Crossing crossing(EntryInput in) {
        return new Crossing(
                in.instant(),
                in.text(),
                Mode.values()[in.octet()],
                Direction.values()[in.octet()],
                in.text(),
                importers(in),
                in.octet() == 0 ? null : in.text(),
                in.text(),
                in.octet() == 1,
                Crossing.Seal.values()[in.octet()]);
    }

    private static List<String> importers(EntryInput in) {
        int count = in.count();
        List<String> importers = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            importers.add(in.text());
        }
        return importers;
    }

    private static void write(EntryOutput out, Crossing crossing, Finding finding) {
        out.octet(finding.reason().ordinal());
        out.octet(finding.about().ordinal());
        var identifier = finding.identifier();
        int whose = whose(crossing, finding);
        out.number(whose);
        if (whose == AS_WRITTEN && identifier != null) {
            out.text(identifier);
        }
    }

    private static int whose(Crossing crossing, Finding finding) {
        var identifier = finding.identifier();
        if (identifier == null) {
            return NOBODY;
        }
        int importer =
                finding.about() == Finding.About.IMPORTER ? crossing.importers().indexOf(identifier) : -1;
        if (importer >= 0) {
            return FIRST_IMPORTER + importer;
        }
        if (identifier.equals(crossing.carrierCode())) {
            return CARRIER;
        }
        return identifier.equals(crossing.driverCard()) ? DRIVER : AS_WRITTEN;
    }

    private static BenefitFindings benefit(EntryInput in, Crossing crossing) {
        var benefit = Benefit.values()[in.octet()];
        var outcome = Outcome.values()[in.octet()];
        int count = in.count();
        List<Finding> findings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            findings.add(new Finding(
                    Reason.values()[in.octet()], Finding.About.values()[in.octet()], identifier(in, crossing)));
        }
        return new BenefitFindings(benefit, outcome, List.copyOf(findings));
    }

    private static @Nullable String identifier(EntryInput in, Crossing crossing) {
        int whose = in.count();
        return switch (whose) {
            case NOBODY -> null;
            case CARRIER -> crossing.carrierCode();
            case DRIVER -> crossing.driverCard();
            case AS_WRITTEN -> in.text();
            default -> crossing.importers().get(whose - FIRST_IMPORTER);
        };
    }
}
