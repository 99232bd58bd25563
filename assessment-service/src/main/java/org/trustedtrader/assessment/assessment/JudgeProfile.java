package org.trustedtrader.assessment.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.trustedtrader.platform.aggregate.Command;

/** What officers do with a submitted profile: judge, exempt, complete, reopen. */
public final class JudgeProfile {

    private final Assessments assessments;
    private final AssessmentRules rules;
    private final Clock clock;

    public JudgeProfile(Assessments assessments, AssessmentRules rules, Clock clock) {
        this.assessments = assessments;
        this.rules = rules;
        this.clock = clock;
    }

    public Assessment review(String id, List<Judgement> judgements, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.review(
                        judgements,
                        rules.catalogues().kept(assessment.catalogueVersion()),
                        command.actor(),
                        clock.instant()));
    }

    public Assessment exempt(String id, String criterion, String reason, LocalDate until, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.exempt(criterion, reason, until, command.actor(), clock.instant()));
    }

    public Assessment complete(String id, String comment, Command command) {
        return assessments.change(
                id, command, assessment -> assessment.complete(comment, rules, command.actor(), clock.instant()));
    }

    public Assessment reopen(String id, ReopeningCause cause, String reason, Command command) {
        return assessments.change(
                id, command, assessment -> assessment.reopen(cause, reason, command.actor(), clock.instant()));
    }
}
