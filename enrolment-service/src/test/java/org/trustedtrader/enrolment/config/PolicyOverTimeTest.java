package org.trustedtrader.enrolment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.named;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.row;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.with;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.membership.Fixtures;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.enrolment.programmepolicy.PreviewProgrammePolicy;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicies;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicy;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview.About;
import org.trustedtrader.enrolment.programmepolicy.ProgrammePolicyPreview.Example;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.publication.PublishedDocuments;
import org.trustedtrader.platform.publication.web.DocumentSchema;
import tools.jackson.databind.node.ObjectNode;

/** What a policy means for what was opened before it, after it, and before policies were published. */
class PolicyOverTimeTest {

    private static final String DAY = "2028-01-01";
    private static final LocalDate BEFORE = LocalDate.of(2027, 12, 31);
    private static final LocalDate ON_THE_DAY = LocalDate.of(2028, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2028, 6, 30);
    private static final Actor AUDITOR = new Actor("user:audrey", Set.of("auditor"), Optional.empty());

    private final ProgrammePolicyReader reader = new ProgrammePolicyReader();
    private final DocumentVersions versions = mock();
    private final Memberships memberships = mock();
    private final Obligations obligations = mock();
    private final ComplianceCases cases = mock();
    private final PublishedDocuments<ProgrammePolicy> documents = new PublishedDocuments<>(
            versions, List.of(reader.shipped()), (file, _) -> reader.read(file), Duration.ZERO);

    @BeforeEach
    void nobodyElse() {
        when(memberships.page(any(), any(), any(), anyInt())).thenReturn(List.of());
        when(obligations.page(any(), any(), anyInt())).thenReturn(List.of());
        when(cases.page(any(), any(), anyInt())).thenReturn(List.of());
    }

    @Test
    void aPolicyTakesEffectAtTheStartOfItsDay() {
        publish(with(named("next", DAY), "membership", "appealDays", 45));
        assertThat(appealDays("2028-01-01T04:59:59Z")).isEqualTo(30);
        assertThat(appealDays("2028-01-01T05:00:00Z")).isEqualTo(45);
    }

    @Test
    void whatWasOpenedBeforeKeepsItsRow() {
        publish(withGrace(10, false));
        var policies = policies("2028-02-01T12:00:00Z");
        assertThat(policies.of(ObligationPolicies.REVALIDATION).graceDays()).isEqualTo(10);
        assertThat(policies.of(obligation(ON_THE_DAY)).graceDays()).isEqualTo(10);
        assertThat(policies.of(obligation(BEFORE)).graceDays()).isEqualTo(90);
        assertThat(policies.of(obligation(null)).graceDays()).isEqualTo(90);
    }

    @Test
    void unlessTheRowSaysThatItAppliesToOpenOnes() {
        publish(withGrace(10, true));
        assertThat(policies("2028-02-01T12:00:00Z").of(obligation(BEFORE)).graceDays())
                .isEqualTo(10);
        assertThat(policies("2027-12-01T12:00:00Z").of(obligation(BEFORE)).graceDays())
                .isEqualTo(90);
    }

    @Test
    void aPreviewSaysWhatStaysAndWhatChanges() {
        var member = Fixtures.aMembershipIn(MembershipState.ACTIVE);
        var due = member.snapshot().revalidationDueOn();
        when(memberships.page(any(), any(), any(), anyInt())).thenReturn(List.of(member));
        when(obligations.page(any(), any(), anyInt()))
                .thenReturn(List.of(Obligation.restore(new Aggregate.Stored("o1", 3, Map.of()), obligation(BEFORE))));
        var longer = with(withGrace(10, false), "membership", "revalidationOpensMonths", 6);
        var preview = preview(longer);
        assertThat(preview.comparedWith()).isEqualTo("2026-11-01");
        assertThat(preview.values())
                .extracting(ProgrammePolicyPreview.ValueChange::path)
                .containsExactly("membership.revalidationOpensMonths.value", "obligations.REVALIDATION.graceDays");
        assertThat(effect(preview, About.OBLIGATIONS_KEPT).examples()).containsExactly(new Example("o1", DUE, DUE));
        assertThat(effect(preview, About.OBLIGATION_REMINDERS).count()).isZero();
        assertThat(effect(preview, About.REVALIDATION_OPENS).examples())
                .containsExactly(new Example(member.id(), due.minusMonths(12), due.minusMonths(6)));
        assertThat(effect(preview, About.ANNUAL_REVIEW_OPENS).count()).isZero();
    }

    @Test
    void aPreviewShowsTheRemindersThatMove() {
        when(obligations.page(any(), any(), anyInt()))
                .thenReturn(List.of(Obligation.restore(new Aggregate.Stored("o1", 3, Map.of()), obligation(BEFORE))));
        var document = withGrace(90, true);
        row(document, "REVALIDATION").putArray("remindersDaysBefore").add(60);
        assertThat(effect(preview(document), About.OBLIGATION_REMINDERS).examples())
                .containsExactly(new Example("o1", DUE.minusDays(90), DUE.minusDays(60)));
    }

    private ProgrammePolicyPreview preview(ObjectNode document) {
        when(versions.visible("next", AUDITOR)).thenReturn(version(document, PublicationState.PROPOSED));
        var records = new PreviewProgrammePolicy.MemberRecords(memberships, obligations, cases);
        return new PreviewProgrammePolicy(documents, policies("2027-12-01T12:00:00Z"), records)
                .preview("next", AUDITOR);
    }

    private static ProgrammePolicyPreview.Effect effect(ProgrammePolicyPreview preview, About about) {
        return preview.effects().stream()
                .filter(effect -> effect.about() == about)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode withGrace(int days, boolean appliesToOpen) {
        var document = named("next", DAY);
        row(document, "REVALIDATION").put("graceDays", days).put("appliesToOpen", appliesToOpen);
        return document;
    }

    private int appealDays(String time) {
        return documents
                .at(Instant.parse(time))
                .content()
                .memberships()
                .periods()
                .appealDays();
    }

    private ProgrammePolicies policies(String now) {
        return new ProgrammePolicies(documents, Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private void publish(ObjectNode document) {
        when(versions.published()).thenReturn(List.of(version(document, PublicationState.PUBLISHED)));
    }

    private static DocumentVersion version(ObjectNode document, PublicationState state) {
        var published = state == PublicationState.PUBLISHED;
        return DocumentVersion.restore(
                new Aggregate.Stored(document.get("version").asString(), 2, Map.of()),
                new DocumentVersion.Snapshot(
                        document.toString(),
                        DocumentSchema.time(document.get("effectiveFrom").asString()),
                        state,
                        "user:m",
                        "",
                        published ? "user:a" : null,
                        published ? Instant.parse("2027-11-24T09:30:00Z") : null));
    }

    private static Obligation.Snapshot obligation(@Nullable LocalDate openedOn) {
        var subject = new Obligation.Subject("m1", "123456782", ObligationPolicies.REVALIDATION, "cycle/2028-06-30");
        return new Obligation.Snapshot(
                subject, Owner.COMPANY, Owner.COMPANY, Obligation.State.OPEN, DUE, DUE, null, null, openedOn);
    }
}
