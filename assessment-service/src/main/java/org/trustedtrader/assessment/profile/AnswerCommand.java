package org.trustedtrader.assessment.profile;

import java.util.Optional;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What a company says to one criterion: a value, or that and why it does not apply.
 *
 * @param value       {@code YES}, {@code NO}, an ISO date or a text, as the criterion wants it
 * @param carriedOver whether it was said for the company as a whole and is taken over for this scope
 */
public record AnswerCommand(
        Scope scope,
        String criterion,
        Optional<String> value,
        Optional<String> explanation,
        Optional<String> notApplicableReason,
        boolean carriedOver) {

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
        return of(Scope.COMPANY, criterion, value);
    }

    public static AnswerCommand of(Scope scope, String criterion, String value) {
        return new AnswerCommand(scope, criterion, Optional.of(value), Optional.empty(), Optional.empty(), false);
    }

    public static AnswerCommand notApplicable(String criterion, String reason) {
        return new AnswerCommand(
                Scope.COMPANY, criterion, Optional.empty(), Optional.empty(), Optional.of(reason), false);
    }

    public ScopedCriterion about() {
        return new ScopedCriterion(scope, criterion);
    }

    private static void checkLength(String field, Optional<String> text) {
        if (text.filter(given -> given.length() > LONGEST_TEXT).isPresent()) {
            throw new Refusal.InvalidInput(field, Message.of("assessment.text.longest", LONGEST_TEXT));
        }
    }
}
