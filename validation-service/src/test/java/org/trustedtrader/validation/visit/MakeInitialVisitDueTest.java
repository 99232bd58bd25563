package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MakeInitialVisitDueTest {

    private final InMemoryVisits visits = new InMemoryVisits();

    @Test
    void noVisitIsMadeForAnApplicationThatHasEnded() {
        following("WITHDRAWN", "WITHDRAWN");
        assertThat(visits.find("initial-" + APPLICATION)).isEmpty();
    }

    @Test
    void anEndThatBecomesKnownMeanwhileStillCancelsTheVisit() {
        following("", "WITHDRAWN");
        assertThat(visits.find("initial-" + APPLICATION).orElseThrow().state()).isEqualTo(Visit.State.CANCELLED);
    }

    /** @param endings what is known of the application's end, each time it is asked for */
    private void following(String... endings) {
        var files = new ScriptedFiles(new ArrayDeque<>(List.of(endings)));
        new MakeInitialVisitDue(visits, files, Clock.fixed(NOW, ZoneOffset.UTC)).afterAssessment(APPLICATION);
    }

    private record ScriptedFiles(Deque<String> endings) implements ApplicationProjection {

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
            return Optional.of(new CompletedAssessment(COMPANY, RiskLevel.LOW));
        }

        @Override
        public Optional<String> ending(String applicationId) {
            return Optional.of(endings.removeFirst()).filter(state -> !state.isEmpty());
        }

        @Override
        public Optional<String> companyOf(String applicationId) {
            return Optional.of(COMPANY);
        }
    }
}
