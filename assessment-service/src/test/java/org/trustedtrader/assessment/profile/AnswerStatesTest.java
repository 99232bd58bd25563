package org.trustedtrader.assessment.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.TODAY;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.refusal.Refusal;

class AnswerStatesTest {

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource({
        "EMPTY, answer, ANSWERED",
        "EMPTY, claim, NA_CLAIMED",
        "EMPTY, accept, -",
        "EMPTY, reject, -",
        "EMPTY, exempt, -",
        "ANSWERED, answer, ANSWERED",
        "ANSWERED, claim, NA_CLAIMED",
        "ANSWERED, accept, ACCEPTED",
        "ANSWERED, reject, REJECTED",
        "ANSWERED, exempt, EXEMPTED",
        "NA_CLAIMED, answer, ANSWERED",
        "NA_CLAIMED, claim, NA_CLAIMED",
        "NA_CLAIMED, accept, NA_ACCEPTED",
        "NA_CLAIMED, reject, REJECTED",
        "NA_CLAIMED, exempt, EXEMPTED",
        "ACCEPTED, answer, ANSWERED",
        "ACCEPTED, claim, NA_CLAIMED",
        "ACCEPTED, accept, ACCEPTED",
        "ACCEPTED, reject, REJECTED",
        "ACCEPTED, exempt, EXEMPTED",
        "REJECTED, answer, ANSWERED",
        "REJECTED, claim, NA_CLAIMED",
        "REJECTED, accept, ACCEPTED",
        "REJECTED, reject, REJECTED",
        "REJECTED, exempt, EXEMPTED",
        "NA_ACCEPTED, answer, ANSWERED",
        "NA_ACCEPTED, claim, NA_CLAIMED",
        "NA_ACCEPTED, accept, NA_ACCEPTED",
        "NA_ACCEPTED, reject, REJECTED",
        "NA_ACCEPTED, exempt, EXEMPTED",
        "EXEMPTED, answer, ANSWERED",
        "EXEMPTED, claim, NA_CLAIMED",
        "EXEMPTED, accept, ACCEPTED",
        "EXEMPTED, reject, REJECTED",
        "EXEMPTED, exempt, EXEMPTED"
    })
    void everyStateKnowsEveryVerb(Answer.State before, String verb, String after) {
        if (after.equals("-")) {
            assertThatExceptionOfType(Refusal.WrongState.class).isThrownBy(() -> run(in(before), verb));
        } else {
            assertThat(run(in(before), verb).state()).hasToString(after);
        }
    }

    private static Answer run(Answer answer, String verb) {
        return switch (verb) {
            case "answer" -> answer.given(AnswerCommand.of("A3CHY", "We wrote it down."), 1, 2);
            case "claim" -> answer.given(AnswerCommand.notApplicable("A3CHY", "We carry nothing sealable."), 1, 2);
            case "accept" -> answer.accepted(Optional.empty(), 2);
            case "reject" -> answer.rejected("This is not enough.", 2);
            case "exempt" -> answer.exempted("Not sealable.", TODAY.plusDays(1), TODAY, 2);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static Answer in(Answer.State state) {
        Answer empty = Answer.missing("A3CHY", 1);
        return switch (state) {
            case EMPTY -> empty;
            case ANSWERED -> run(empty, "answer");
            case NA_CLAIMED -> run(empty, "claim");
            case ACCEPTED -> run(run(empty, "answer"), "accept");
            case REJECTED -> run(run(empty, "answer"), "reject");
            case NA_ACCEPTED -> run(run(empty, "claim"), "accept");
            case EXEMPTED -> run(run(empty, "answer"), "exempt");
        };
    }
}
