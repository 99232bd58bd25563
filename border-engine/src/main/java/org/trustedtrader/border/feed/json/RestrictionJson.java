package org.trustedtrader.border.feed.json;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Fact;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.border.trader.UnreadableFact;

/**
 * A version that was received, with as much of it as can take something away: a membership's number and reason and a
 * company's lines cannot, and follow with the trader once it is stored. Exactly one of company, membership and unreadable is there.
 *
 * @param programmeAt when it was received
 * @param unreadable  why it could not be understood
 */
record RestrictionJson(
        String bn9,
        String subject,
        long version,
        Instant effectiveAt,
        Instant recordedAt,
        Instant programmeAt,
        @Nullable CompanyJson company,
        @Nullable MemberJson membership,
        @Nullable String unreadable) {

    static final String KIND = "HEARD";

    /** @param identifiers each as its scheme, a blank and its value */
    record CompanyJson(List<String> identifiers, List<String> programmes) {}

    static RestrictionJson of(Change.OfRestriction change) {
        var revision = change.revision();
        return new RestrictionJson(
                change.bn9(),
                revision.subject(),
                revision.version(),
                revision.effectiveAt(),
                revision.recordedAt(),
                Instant.ofEpochMilli(change.programmeMillis()),
                revision.fact() instanceof CompanyFact fact ? company(fact) : null,
                revision.fact() instanceof MembershipFact fact ? MemberJson.of(Profile.Member.of("", fact)) : null,
                revision.fact() instanceof UnreadableFact fact ? fact.why() : null);
    }

    Change change() {
        if (!Scheme.BN9.admits(bn9)) {
            throw new IllegalArgumentException("The received change names no trader.");
        }
        var revision = new Revision(subject, version, effectiveAt, recordedAt, fact());
        return new Change.OfRestriction(bn9, revision, programmeAt.toEpochMilli());
    }

    private Fact fact() {
        if (Stream.of(company, membership, unreadable).filter(Objects::nonNull).count() != 1) {
            throw new IllegalArgumentException(
                    "The received change is one of a company, a membership or an unreadable record.");
        }
        if (company != null) {
            return new CompanyFact(
                    bn9, Set.of(), TraderJson.identifiers(company.identifiers()), Set.copyOf(company.programmes()));
        }
        if (membership != null) {
            var member = membership.member();
            var id = subject.substring(Revision.MEMBERSHIP.length());
            return new MembershipFact(id, bn9, "", member.status(), member.tier(), member.lines(), null, "");
        }
        return new UnreadableFact(unreadable);
    }

    private static CompanyJson company(CompanyFact fact) {
        return new CompanyJson(
                TraderJson.written(fact.identifiers()),
                fact.programmes().stream().sorted().toList());
    }
}
