package org.trustedtrader.enrolment.annualreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The security profiles of members, as assessment-service holds them now. */
public interface SecurityProfiles {

    /**
     * @return empty if the membership has no security profile
     * @throws org.trustedtrader.platform.refusal.Refusal.Unavailable if that cannot be known now
     */
    Optional<Profile> find(String membershipId);

    /**
     * What a review asks of a profile.
     *
     * @param criteria the criteria that apply to the member
     * @param partners the parties of the supply chain that the company has declared
     */
    record Profile(List<Criterion> criteria, Partners partners) {

        /** @param key of a criterion in its scope */
        Optional<Criterion> criterion(String key) {
            return criteria.stream().filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /**
     * One criterion with the state of its answer, by the company, one of its lines or one of its sites.
     *
     * @param level           MUST or SHOULD
     * @param answer          EMPTY, ANSWERED, NA_CLAIMED, ACCEPTED, REJECTED, NA_ACCEPTED or EXEMPTED
     * @param answerVersion   changes whenever the company gives the answer anew
     * @param evidenceMissing whether the criterion wants a file and has none that counts today, where the company is
     * @param evidenceUntil   the last day on which a file counts; null if none does or it counts without end
     * @param exemptionOver   whether it was exempt until a day that has passed
     * @param scope           whose answer, such as {@code line=HIGHWAY_CARRIER} or {@code site=windsor}; null for the company's
     */
    record Criterion(
            String id,
            String level,
            String answer,
            long answerVersion,
            boolean evidenceMissing,
            @Nullable LocalDate evidenceUntil,
            boolean exemptionOver,
            @Nullable String scope) {

        /** What tells it from the same criterion elsewhere. */
        String key() {
            return AnnualReview.key(id, scope);
        }

        boolean answered() {
            return !answer.equals("EMPTY");
        }
    }

    /** @param version changes whenever the company declares another supply chain */
    record Partners(String version, List<String> names) {}
}
