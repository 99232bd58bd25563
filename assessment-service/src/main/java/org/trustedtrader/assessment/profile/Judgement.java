package org.trustedtrader.assessment.profile;

import java.util.Optional;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** What an assessor makes of one answer; a rejection has to say why. */
public record Judgement(Scope scope, String criterion, Verdict verdict, Optional<String> comment) {

    /** An accepted claim that a criterion does not apply counts as such, not as an answer. */
    public enum Verdict {
        ACCEPT,
        REJECT
    }

    public Judgement {
        if (verdict == Verdict.REJECT && comment.filter(text -> !text.isBlank()).isEmpty()) {
            throw new Refusal.InvalidInput("comment", Message.of("assessment.judgement.comment"));
        }
        if (comment.filter(text -> text.length() > AnswerCommand.LONGEST_TEXT).isPresent()) {
            throw new Refusal.InvalidInput(
                    "comment", Message.of("assessment.text.longest", AnswerCommand.LONGEST_TEXT));
        }
    }

    public ScopedCriterion about() {
        return new ScopedCriterion(scope, criterion);
    }

    public static Judgement accept(String criterion) {
        return new Judgement(Scope.COMPANY, criterion, Verdict.ACCEPT, Optional.empty());
    }

    public static Judgement reject(String criterion, String comment) {
        return new Judgement(Scope.COMPANY, criterion, Verdict.REJECT, Optional.of(comment));
    }
}
