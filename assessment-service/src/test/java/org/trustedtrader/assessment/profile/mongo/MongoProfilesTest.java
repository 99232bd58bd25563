package org.trustedtrader.assessment.profile.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.ProfileAnswers;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoProfilesTest {

    @Test
    void aProfileIsStoredAsInGit() {
        var owner = new ProfileAnswers.Owner("0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10", Scope.COMPANY, "123456782");
        var cause =
                new ProfileAnswers.Cause("opened", Actor.service("assessment"), Instant.parse("2026-11-02T09:30:00Z"));
        GoldenDocuments.matches(
                MongoProfiles.TYPE,
                ProfileAnswers.first(owner, List.of(exempted(), empty()), cause),
                "golden/profile.json");
    }

    @Test
    void aProfileWithoutCarriedOverAnswersIsReadAsItWas() {
        var before = GoldenDocuments.isRead(
                MongoProfiles.TYPE,
                new Aggregate.Stored("0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10-company", 1, Map.of()),
                "golden/before/profile-without-carry-over.json");
        assertThat(before.answers()).hasSize(2).noneMatch(Answer::carriedOver);
        assertThat(before.snapshot().scope()).isEqualTo(Scope.COMPANY);
    }

    private static Answer exempted() {
        return new Answer(
                "A3CHY",
                2,
                true,
                Answer.State.EXEMPTED,
                Optional.of("We wrote it down."),
                Optional.of("See the procedure."),
                Optional.of("We own no trailers at all."),
                Optional.of("No trailers."),
                Optional.of(LocalDate.parse("2027-03-31")),
                Optional.of(3L),
                Optional.of(4L),
                true);
    }

    private static Answer empty() {
        return new Answer(
                "GB6QN",
                1,
                false,
                Answer.State.EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }
}
