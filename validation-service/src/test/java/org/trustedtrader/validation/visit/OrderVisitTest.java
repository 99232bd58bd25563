package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

class OrderVisitTest {

    private static final String OTHERS_APPLICATION = "6d1f1d8e-77aa-4c1d-9c39-0a4f0a5f7b21";

    private final OrderVisit orderVisit = new OrderVisit(
            new InMemoryVisits(),
            number -> Optional.of(new Companies.Company(number, List.of(WINDSOR))),
            new Owners(Map.of(APPLICATION, COMPANY, OTHERS_APPLICATION, "987654324")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aVisitIsNotOrderedForTheApplicationOfAnotherCompany() {
        var refused = catchThrowableOfType(Refusal.InvalidInput.class, () -> order(OTHERS_APPLICATION));
        assertThat(refused.violations()).extracting(Refusal.Violation::field).containsExactly("applicationId");
    }

    @Test
    void aVisitIsOrderedForTheCompanysOwnApplicationOrForNone() {
        assertThat(order(APPLICATION).snapshot().origin().applicationId()).isEqualTo(APPLICATION);
        assertThat(order(null).snapshot().origin().applicationId()).isNull();
    }

    private Visit order(@Nullable String applicationId) {
        var order = new OrderVisit.Order(Visit.Type.AD_HOC, COMPANY, applicationId, RiskLevel.LOW, "Tip-off");
        return orderVisit.order(order, Command.by(VERA));
    }

    private record Owners(Map<String, String> companies) implements ApplicationProjection {

        @Override
        public boolean keepApplication(String applicationId, long version, String state, @Nullable String company) {
            return true;
        }

        @Override
        public boolean keepCompletedAssessment(String applicationId, long version, CompletedAssessment assessment) {
            return true;
        }

        @Override
        public Optional<CompletedAssessment> completedAssessment(String applicationId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> ending(String applicationId) {
            return Optional.empty();
        }

        @Override
        public Optional<String> companyOf(String applicationId) {
            return Optional.ofNullable(companies.get(applicationId));
        }
    }
}
