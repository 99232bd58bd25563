package org.trustedtrader.assessment.profile;

import java.util.Optional;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What a company says to one criterion: a value, or that and why it does not apply.
 *
 * @param value {@code YES}, {@code NO}, an ISO date or a text, as the criterion wants it
 */
public record AnswerCommand(
        String criterion, Optional<String> value, Optional<String> explanation, Optional<String> notApplicableReason) {

    public static final int LONGEST_TEXT = 4000;

    public AnswerCommand {
        checkLength("value", value);
        checkLength("explanation", explanation);
        checkLength("notApplicableReason", notApplicableReason);
        if (value.isPresent() == notApplicableReason.isPresent()) {
            throw new Refusal.InvalidInput("value", Message.of("assessment.answer.value-or-reason"));
        }
        if (notApplicableReason.filter(reason -> reason.strip().length() < 10).isPresent()) {
            throw new Refusal.InvalidInput("notApplicableReason", Message.of("assessment.answer.reason-short"));
        }
    }

    public static AnswerCommand of(String criterion, String value) {
        return new AnswerCommand(criterion, Optional.of(value), Optional.empty(), Optional.empty());
    }

    public static AnswerCommand notApplicable(String criterion, String reason) {
        return new AnswerCommand(criterion, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    private static void checkLength(String field, Optional<String> text) {
        if (text.filter(given -> given.length() > LONGEST_TEXT).isPresent()) {
            throw new Refusal.InvalidInput(field, Message.of("assessment.text.longest", LONGEST_TEXT));
        }
    }
}
