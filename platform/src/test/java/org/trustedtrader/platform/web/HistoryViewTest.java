package org.trustedtrader.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.HistoryEntry;

class HistoryViewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final Actor OFFICER = new Actor("user:ada", Set.of("assessor"), Optional.empty());
    private static final Actor OWNER = new Actor("user:olive", Set.of("account-owner"), Optional.of("123456782"));

    @Test
    void onlyOfficersReadWhoActed() {
        assertThat(entry("vetted", "user:adam", OFFICER).actor()).isEqualTo("user:adam");
        assertThat(entry("vetted", "user:adam", OWNER).actor()).isNull();
    }

    @Test
    void onlyOfficersReadTheReasonOfAConfidentialChange() {
        assertThat(entry("vetted", "user:adam", OFFICER).reason()).isEqualTo("because");
        assertThat(entry("vetted", "user:adam", OWNER).reason()).isEmpty();
        assertThat(entry("accepted", "user:adam", OWNER).reason()).isEqualTo("because");
    }

    @Test
    void onlyOfficersReadAnInternalNote() {
        var noted = new HistoryEntry(
                1,
                "suspended",
                "user:iris",
                "approver",
                NOW,
                NOW,
                "A",
                "B",
                "because",
                "",
                List.of(),
                "s",
                "p",
                "h",
                "a tip");
        assertThat(HistoryView.of(List.of(noted), OFFICER).items().getFirst().internalNote())
                .isEqualTo("a tip");
        assertThat(HistoryView.of(List.of(noted), OWNER).items().getFirst().internalNote())
                .isNull();
        assertThat(entry("vetted", "user:adam", OFFICER).internalNote()).isNull();
    }

    @Test
    void everybodyReadsInWhichRoleSomebodyActed() {
        assertThat(entry("vetted", "user:adam", OWNER).role()).isEqualTo("approver, assessor");
        assertThat(entry("vetted", "service:enrolment", OWNER).role()).isEqualTo("programme");
    }

    @Test
    void onlyVisitsCarryTheChangeAsNameToo() {
        var view = HistoryView.of(List.of(stored("closed", "user:adam")), OFFICER);
        assertThat(view.items().getFirst().name()).isNull();
        assertThat(view.withNames().items().getFirst().name()).isEqualTo("closed");
    }

    private static HistoryView.Entry entry(String change, String actor, Actor reader) {
        return HistoryView.of(List.of(stored(change, actor)), reader, Set.of("vetted"))
                .items()
                .getFirst();
    }

    private static HistoryEntry stored(String change, String actor) {
        return new HistoryEntry(
                1, change, actor, "assessor,approver", NOW, NOW, "A", "B", "because", "", List.of(), "s", "p", "h");
    }
}
