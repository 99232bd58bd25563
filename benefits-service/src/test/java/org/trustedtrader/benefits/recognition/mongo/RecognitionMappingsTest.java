package org.trustedtrader.benefits.recognition.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.recognition.Details;
import org.trustedtrader.benefits.recognition.ListHeader;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.PartnerMember;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.RowCode;
import org.trustedtrader.benefits.recognition.RowError;
import org.trustedtrader.benefits.recognition.Source;
import org.trustedtrader.benefits.recognition.Standing;
import org.trustedtrader.benefits.recognition.Tally;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.platform.aggregate.Aggregate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecognitionMappingsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00.123Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T09:30:00.456Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void aMemberIsReadBackAndAnnouncedAsTheSampleSays() {
        var mapping = new PartnerMemberMapping();
        var member = new PartnerMember(
                stored("US1234567890", 2),
                new Details(
                        "Acme",
                        "1 Main St",
                        "US",
                        "CTPAT",
                        Set.of("IMPORTER", "EXPORTER"),
                        LocalDate.parse("2026-11-24"),
                        LocalDate.parse("2020-03-01"),
                        LocalDate.parse("2030-02-28")),
                new Standing(MemberState.SUSPENDED, "SECURITY", TUESDAY, true),
                new Source("US-CTPAT", "", 41),
                List.of(spell(1, MONDAY, MemberState.ACTIVE), spell(2, TUESDAY, MemberState.SUSPENDED)));
        var again = mapping.restore(stored("US1234567890", 2), mapping.state(member));
        assertThat(mapping.state(again)).isEqualTo(mapping.state(member));
        assertThat(again.fact()).isEqualTo(member.fact());
        assertThat(again.details()).isEqualTo(member.details());
        assertThat(json(mapping.announcement(member))).isEqualTo(Samples.data("benefits.partner-member.suspended.v1"));
    }

    @Test
    void aRegisterIsReadBackAndAnnouncedAsTheSampleSays() {
        var mapping = new PartnerRegisterMapping();
        var newest = new PartnerRegister.Entry("list-41", 41, MONDAY);
        var open = new PartnerRegister.Entry("list-42", 42, TUESDAY);
        var register = new PartnerRegister(
                stored("US-CTPAT", 9),
                new PartnerRegister.Progress(newest, open, true, "list-42"),
                List.of(new Refresh(3, MONDAY.toEpochMilli()), new Refresh(5, TUESDAY.toEpochMilli())));
        var again = mapping.restore(stored("US-CTPAT", 9), mapping.state(register));
        assertThat(again.progress()).isEqualTo(register.progress());
        assertThat(again.refreshes()).isEqualTo(register.refreshes());
        assertThat(json(mapping.announcement(register))).isEqualTo(Samples.data("benefits.partner.list-completed.v1"));
    }

    @Test
    void anAcknowledgementIsReadBack() {
        var mapping = new PartnerListMapping();
        var header = new ListHeader(ListHeader.Kind.DELTA, 42, TUESDAY, "ab".repeat(32));
        var result = new PartnerList.Result(
                PartnerList.Outcome.FULL_LIST_NEEDED,
                new Tally(8, 1, 2, 3, 4, 5, 6, 7),
                List.of(new RowError(3, "US1", "status", RowCode.STATUS_UNKNOWN)),
                2);
        var list = new PartnerList(stored("id", 1), "US-CTPAT", header, result);
        var again = mapping.restore(stored("id", 1), mapping.state(list));
        assertThat(again.header()).isEqualTo(header);
        assertThat(again.result()).isEqualTo(result);
    }

    private static Period spell(long version, Instant from, MemberState state) {
        var ends = Instant.parse("2030-03-01T00:00:00Z").toEpochMilli();
        return new Period(version, from.toEpochMilli(), state, Set.of("IMPORTER", "EXPORTER"), ends);
    }

    private static Aggregate.Stored stored(String id, long version) {
        return new Aggregate.Stored(id, version, Map.of());
    }

    private static JsonNode json(Object announced) {
        return JSON.readTree(JSON.writeValueAsString(announced));
    }
}
