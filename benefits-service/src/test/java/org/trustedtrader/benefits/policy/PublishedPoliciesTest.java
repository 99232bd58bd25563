package org.trustedtrader.benefits.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.TUESDAY;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;
import org.trustedtrader.border.test.PolicyFixtures;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.platform.publication.PublicationDraft;

class PublishedPoliciesTest {

    private static final String SHIPPED = "2026-11-01";

    private final PublishedPolicies book = new PublishedPolicies(TestPolicies.shipped());

    @Test
    void rulesByWhatWasPublished() {
        book.enter(published("next", TUESDAY, MONDAY));
        assertThat(ruling(TUESDAY.minusMillis(1))).isEqualTo(SHIPPED);
        assertThat(ruling(TUESDAY)).isEqualTo("next");
    }

    @Test
    void aPolicyHeardAgainChangesNothing() {
        book.enter(published("next", TUESDAY, MONDAY));
        var policies = book.policies();
        book.enter(published("next", TUESDAY, MONDAY));
        assertThat(book.policies()).isSameAs(policies);
    }

    @Test
    void oneThatIsNotUnderstoodTakesItsPlaceUntilItIs() {
        book.enter(PublishedPolicy.notUnderstood("next", TUESDAY, MONDAY));
        assertThat(at(TUESDAY).isUnderstood()).isFalse();
        assertThat(at(TUESDAY.minusMillis(1)).isUnderstood()).isTrue();
        book.enter(published("next", TUESDAY, MONDAY));
        assertThat(at(TUESDAY).isUnderstood()).isTrue();
        book.enter(PublishedPolicy.notUnderstood("next", TUESDAY, MONDAY));
        assertThat(at(TUESDAY).isUnderstood()).isTrue();
    }

    @Test
    void oneThatIsNotUnderstoodLeavesThePastAlone() {
        book.enter(PublishedPolicy.notUnderstood("next", MONDAY, TUESDAY));
        assertThat(at(TUESDAY.minusMillis(1)).isUnderstood()).isTrue();
        assertThat(at(TUESDAY).isUnderstood()).isFalse();
    }

    @Test
    void twoOfOneDateAreBothNotApplied() {
        book.enter(published("one", TUESDAY, MONDAY));
        book.enter(published("other", TUESDAY, MONDAY));
        assertThat(at(TUESDAY).isUnderstood()).isFalse();
        book.enter(published("next", WEDNESDAY, MONDAY));
        assertThat(at(WEDNESDAY).isUnderstood()).isTrue();
    }

    @Test
    void aFileThatWouldRuleThePastIsNotRead() {
        assertThatThrownBy(() -> published("next", MONDAY, TUESDAY)).isInstanceOf(UnsupportedPolicyException.class);
        var renamed = new PublicationDraft(
                "other", TUESDAY, PolicyFixtures.file("next", TUESDAY).toString());
        assertThatThrownBy(() -> PublishedPolicy.read(renamed, MONDAY)).isInstanceOf(UnsupportedPolicyException.class);
    }

    @Test
    void anAnswerIsDerivedFromTheRulesThatItNames() {
        book.enter(published("next", WEDNESDAY, TUESDAY));
        var then = book.knownTo(new PublishedPolicies.Answered(SHIPPED, true, WEDNESDAY, MONDAY));
        assertThat(version(then, WEDNESDAY)).isEqualTo(SHIPPED);
        assertThat(then.nextChange(0)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void anAnswerKnowsTheRulesThatWereToComeWhenItWasGiven() {
        book.enter(published("next", WEDNESDAY, MONDAY));
        var then = book.knownTo(new PublishedPolicies.Answered(SHIPPED, true, TUESDAY, TUESDAY));
        assertThat(then.nextChange(TUESDAY.toEpochMilli())).isEqualTo(WEDNESDAY.toEpochMilli());
    }

    @Test
    void anAnswerGivenBeforeThePublicationWasHeardNamesTheOlderRules() {
        book.enter(published("next", WEDNESDAY, MONDAY));
        var then = book.knownTo(new PublishedPolicies.Answered(SHIPPED, true, WEDNESDAY, MONDAY));
        assertThat(version(then, WEDNESDAY)).isEqualTo(SHIPPED);
    }

    @Test
    void anAnswerThatUnderstoodNothingStillUnderstandsNothing() {
        book.enter(published("next", TUESDAY, MONDAY));
        var then = book.knownTo(new PublishedPolicies.Answered("next", false, TUESDAY, TUESDAY));
        assertThat(then.at(TUESDAY.toEpochMilli()).isUnderstood()).isFalse();
    }

    @Test
    void aRecomputationThatFailedIsDoneAgain() {
        List<Policies> given = new ArrayList<>();
        var failing = new boolean[] {true};
        var following = new ApplyPublishedPolicy(book, policies -> {
            if (failing[0]) {
                throw new IllegalStateException("no memory");
            }
            given.add(policies);
        });
        assertThatThrownBy(() -> following.apply(published("next", TUESDAY, MONDAY)))
                .hasMessage("no memory");
        failing[0] = false;
        following.apply(published("next", TUESDAY, MONDAY));
        following.apply(published("next", TUESDAY, MONDAY));
        assertThat(given)
                .singleElement()
                .satisfies(p -> assertThat(version(p, TUESDAY)).isEqualTo("next"));
    }

    private String ruling(Instant at) {
        return at(at).version();
    }

    private Policy at(Instant at) {
        return book.policies().at(at.toEpochMilli());
    }

    private static String version(Policies policies, Instant at) {
        return policies.at(at.toEpochMilli()).version();
    }

    private static PublishedPolicy published(String version, Instant effectiveFrom, Instant publishedAt) {
        var draft = new PublicationDraft(
                version,
                effectiveFrom,
                PolicyFixtures.file(version, effectiveFrom).toString());
        return PublishedPolicy.read(draft, publishedAt);
    }
}
