package org.trustedtrader.benefits.recognition.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.recognition.ListHeader;
import org.trustedtrader.benefits.recognition.MemberDetails;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.PartnerMember;
import org.trustedtrader.benefits.recognition.PartnerMember.MemberStatus;
import org.trustedtrader.benefits.recognition.PartnerMember.StoredPeriod;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.PartnerRegister.StoredRefresh;
import org.trustedtrader.benefits.recognition.RowCode;
import org.trustedtrader.benefits.recognition.RowCounts;
import org.trustedtrader.benefits.recognition.RowError;
import org.trustedtrader.benefits.recognition.Source;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden documents were written by the version before record codecs. */
class StoredRecognitionTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00.123Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:30:00.456Z");
    private static final Instant ENDS = Instant.parse("2030-03-01T00:00:00Z");
    private static final Set<String> BOTH = Set.of("IMPORTER", "EXPORTER");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aMemberIsStoredAsInGitAndPublishedAsTheSampleSays() {
        var member = PartnerMember.restore(
                stored("US1234567890", 2),
                new PartnerMember.Snapshot(
                        new Source("US-CTPAT", "", 41),
                        new MemberStatus(MemberState.SUSPENDED, "SECURITY", TUESDAY, true),
                        details("1 Main St", BOTH, LocalDate.parse("2030-02-28")),
                        List.of(
                                new StoredPeriod(1, MONDAY, MemberState.ACTIVE, BOTH, ENDS),
                                new StoredPeriod(2, TUESDAY, MemberState.SUSPENDED, BOTH, ENDS))));
        GoldenDocuments.matches(MongoPartnerMembers.TYPE, member, "golden/partner-member.json");
        assertThat(json(MongoPartnerMembers.TYPE.payload(member)))
                .isEqualTo(Samples.data("benefits.partner-member.suspended.v1"));
    }

    @Test
    void aMemberWithoutAnEndIsStoredAsInGit() {
        var importer = Set.of("IMPORTER");
        var member = PartnerMember.restore(
                stored("US1", 1),
                new PartnerMember.Snapshot(
                        new Source("US-CTPAT", "list-41", 41),
                        new MemberStatus(MemberState.ACTIVE, "LISTED", MONDAY, false),
                        details("", importer, null),
                        List.of(new StoredPeriod(1, MONDAY, MemberState.ACTIVE, importer, null))));
        GoldenDocuments.matches(MongoPartnerMembers.TYPE, member, "golden/partner-member-without-end.json");
    }

    @Test
    void aRegisterIsStoredAsInGitAndPublishedAsTheSampleSays() {
        var register = PartnerRegister.restore(
                stored("US-CTPAT", 9),
                new PartnerRegister.Snapshot(
                        new PartnerRegister.Progress(
                                new PartnerRegister.Entry("list-41", 41, MONDAY, null),
                                new PartnerRegister.Entry("list-42", 42, TUESDAY, "user:morgan"),
                                true,
                                "list-42"),
                        List.of(new StoredRefresh(3, MONDAY), new StoredRefresh(5, TUESDAY))));
        GoldenDocuments.matches(MongoPartnerRegisters.TYPE, register, "golden/partner-register.json");
        assertThat(json(MongoPartnerRegisters.TYPE.payload(register)))
                .isEqualTo(Samples.data("benefits.partner.list-completed.v1"));
        var opened = PartnerRegister.restore(
                stored("US-CTPAT", 1),
                new PartnerRegister.Snapshot(new PartnerRegister.Progress(null, null, false, null), List.of()));
        GoldenDocuments.matches(MongoPartnerRegisters.TYPE, opened, "golden/partner-register-opened.json");
    }

    @Test
    void anAcknowledgementIsStoredAsInGit() {
        var list = PartnerList.restore(
                stored("id", 1),
                new PartnerList.Snapshot(
                        "US-CTPAT",
                        new ListHeader(ListHeader.Kind.DELTA, 42, TUESDAY, "ab".repeat(32)),
                        new PartnerList.Result(
                                PartnerList.Outcome.FULL_LIST_NEEDED,
                                new RowCounts(8, 1, 2, 3, 4, 5, 6, 7),
                                List.of(new RowError(3, "US1", "status", RowCode.STATUS_UNKNOWN)),
                                2)));
        GoldenDocuments.matches(MongoPartnerLists.TYPE, list, "golden/partner-list.json");
    }

    private static MemberDetails details(String address, Set<String> roles, @Nullable LocalDate ends) {
        return new MemberDetails(
                "Acme",
                address,
                "US",
                "CTPAT",
                roles,
                LocalDate.parse("2026-11-24"),
                LocalDate.parse("2020-03-01"),
                ends);
    }

    private static Aggregate.Stored stored(String id, long version) {
        return new Aggregate.Stored(id, version, Map.of());
    }

    private static JsonNode json(Object payload) {
        return JSON.readTree(JSON.writeValueAsString(payload));
    }
}
