package org.trustedtrader.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

class RegionGuardTest {

    private static final Map<String, String> REGIONS = Map.of("ontario", "CA-ON", "quebec", "CA-QC");
    private static final Actor ADAM = officer("assessor", "CA-QC");

    private final RegionGuard guard = new RegionGuard(
            company -> Optional.ofNullable(REGIONS.get(company)),
            (officer, company) -> officer.equals("user:glass") && company.equals("ontario"));

    @Test
    void theRefusalNamesBothRegionsAndTheWayRoundInTheReadersLanguage() {
        assertThatThrownBy(() -> guard.require(ADAM, "ontario"))
                .isInstanceOfSatisfying(Refusal.OtherRegion.class, refusal -> {
                    assertThat(refusal.text().in(Locale.ENGLISH))
                            .contains("CA-ON", "CA-QC", "reason", "POST /v1/region-accesses");
                    assertThat(refusal.text().in(Locale.FRENCH))
                            .contains("CA-ON", "CA-QC", "motivé", "POST /v1/region-accesses");
                });
        assertThatCode(() -> guard.require(ADAM, "quebec")).doesNotThrowAnyException();
    }

    @Test
    void brokenGlassOpensThatFileToThatOfficerOnly() {
        var glass = new Actor("user:glass", Set.of("assessor"), Optional.empty(), Optional.of(Set.of("CA-BC")));
        assertThatCode(() -> guard.require(glass, "ontario")).doesNotThrowAnyException();
        assertThatThrownBy(() -> guard.require(glass, "quebec")).isInstanceOf(Refusal.OtherRegion.class);
    }

    @Test
    void whatCannotBeKnownOpensNothing() {
        var unavailable = new Refusal.Unavailable(Message.of("region.look-up-failed"));
        var regionsAway = new RegionGuard(
                company -> {
                    throw unavailable;
                },
                (officer, company) -> true);
        assertThatThrownBy(() -> regionsAway.require(ADAM, "quebec")).isSameAs(unavailable);
        var accessesAway = new RegionGuard(company -> Optional.of("CA-ON"), (officer, company) -> {
            throw unavailable;
        });
        assertThatThrownBy(() -> accessesAway.require(ADAM, "ontario")).isSameAs(unavailable);
    }

    @Test
    void aServiceWithoutFilesRefusesRatherThanGuesses() {
        assertThatThrownBy(() -> RegionGuard.ofNoFiles().require(ADAM, "ontario"))
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> RegionGuard.ofNoFiles().require(ADAM, new Paper("1", null)))
                .doesNotThrowAnyException();
    }

    @Test
    void aListLeavesOutOtherRegionsAndStillFillsItsPages() {
        var papers = IntStream.range(0, 1_000)
                .mapToObj(i -> new Paper("%04d".formatted(i), i % 100 == 0 ? "quebec" : "ontario"))
                .toList();
        RegionGuard.Source<Paper> source = (after, most) -> papers.stream()
                .filter(paper -> after.isEmpty() || paper.id().compareTo(after.get()) > 0)
                .limit(most)
                .toList();
        assertThat(guard.page(ADAM, null, Optional.empty(), 4, source).stream().map(Aggregate::id))
                .containsExactly("0000", "0100", "0200", "0300");
        assertThat(guard.page(ADAM, null, Optional.of("0300"), 50, source).stream()
                        .map(Aggregate::id))
                .containsExactly("0400", "0500", "0600", "0700", "0800", "0900");
        var auditor = new Actor("user:a", Set.of("auditor"), Optional.empty());
        assertThat(guard.page(auditor, null, Optional.empty(), 5, source)).hasSize(5);
        assertThat(guard.page(auditor, "CA-QC", Optional.empty(), 200, source)).hasSize(10);
        assertThat(guard.page(auditor, "CA", Optional.empty(), 2_000, source)).hasSize(1_000);
        assertThat(guard.page(ADAM, "CA-ON", Optional.empty(), 5, source)).isEmpty();
        assertThatThrownBy(() -> guard.page(auditor, "Ontario", Optional.empty(), 5, source))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    private static Actor officer(String role, String region) {
        return new Actor("user:x", Set.of(role), Optional.empty(), Optional.of(Set.of(region)));
    }

    private static final class Paper extends Aggregate {

        private final @Nullable String company;

        private Paper(String id, @Nullable String company) {
            super(id);
            this.company = company;
        }

        @Override
        public boolean visibleTo(Actor actor) {
            return true;
        }

        @Override
        public Optional<String> fileOf() {
            return Optional.ofNullable(company);
        }
    }

    @Test
    void companiesWithoutASiteAreListedForIntakeOfficers() {
        var papers = List.of(new Paper("1", "siteless"));
        assertThat(guard.page(officer("intake-officer", "CA-BC"), null, Optional.empty(), 5, (after, most) -> papers))
                .hasSize(1);
        assertThat(guard.page(ADAM, null, Optional.empty(), 5, (after, most) -> papers))
                .isEmpty();
    }
}
