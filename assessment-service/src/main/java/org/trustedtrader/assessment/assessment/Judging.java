package org.trustedtrader.assessment.assessment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** Takes an assessor's judgements into a profile, all of them or, with a list of what is wrong, none. */
record Judging(SecurityProfile profile, ProfileChecks checks) {

    void take(List<Judgement> judgements) {
        if (judgements.isEmpty()) {
            throw new Refusal.InvalidInput("judgements", "Give at least one judgement.");
        }
        Set<String> criteria = new HashSet<>();
        List<Violation> shortfalls = new ArrayList<>();
        for (int i = 0; i < judgements.size(); i++) {
            Judgement judgement = judgements.get(i);
            String field = "judgements[" + i + "].criterion";
            Answer answer = profile.asked(judgement.criterion(), field);
            if (!criteria.add(judgement.criterion())) {
                throw new Refusal.InvalidInput(field, "The same criterion is judged twice.");
            }
            if (judgement.verdict() == Judgement.Verdict.ACCEPT) {
                checks.shortfall(answer).ifPresent(why -> shortfalls.add(new Violation(judgement.criterion(), why)));
            }
        }
        if (!shortfalls.isEmpty()) {
            throw new Refusal.RuleBroken(
                    "answer-not-acceptable", shortfalls.size() + " answers cannot be accepted.", shortfalls);
        }
        judgements.forEach(this::judge);
    }

    private void judge(Judgement judgement) {
        profile.change(
                judgement.criterion(),
                "criterion",
                answer -> judgement.verdict() == Judgement.Verdict.ACCEPT
                        ? answer.accepted(judgement.comment())
                        : answer.rejected(judgement.comment().orElseThrow()));
    }
}
