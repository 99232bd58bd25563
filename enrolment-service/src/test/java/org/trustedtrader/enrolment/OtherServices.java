package org.trustedtrader.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.EventMessages;

/** Says over the broker what the assessment and the validation service would say, after their own samples, and says it twice. */
public final class OtherServices {

    private final RabbitTemplate broker;
    private final String exchange;

    public OtherServices(RabbitTemplate broker, BrokerProperties rabbit) {
        this.broker = broker;
        this.exchange = rabbit.exchange();
    }

    void assessmentCompleted(String applicationId, String assessor, long version) {
        say("assessment", "assessment/" + applicationId, "assessment.assessment.completed.v1", version, """
                {"assessmentId":"%1$s","applicationId":"%1$s","company":"123456782","linesOfBusiness":["HIGHWAY_CARRIER"],
                 "state":"COMPLETED","catalogueVersion":"2026.1","answered":52,"total":52,"riskRating":"LOW",
                 "openMustActions":0,"assessors":["%2$s"]}""".formatted(
                        applicationId, assessor));
    }

    void assessmentAnswered(String applicationId, long version) {
        say("assessment", "assessment/" + applicationId, "assessment.assessment.answered.v1", version, """
                {"assessmentId":"%1$s","applicationId":"%1$s","company":"123456782","linesOfBusiness":["HIGHWAY_CARRIER"],
                 "state":"OPEN","catalogueVersion":"2026.1","answered":7,"total":52,"riskRating":null,
                 "openMustActions":0,"assessors":[]}""".formatted(
                        applicationId));
    }

    void visitClosed(String applicationId, String company, String validator, long version) {
        var visit = "initial-" + applicationId;
        say("validation", "visit/" + visit, "validation.visit.closed.v1", version, """
                {"visitId":"%1$s","applicationId":"%2$s","company":"%4$s","type":"INITIAL","mode":"ON_SITE",
                 "state":"CLOSED","outcome":"SATISFACTORY","validators":["%3$s"],"siteId":"windsor"}""".formatted(
                        visit, applicationId, validator, company));
    }

    /** One corrective action for a criterion that must be met. */
    public void mustAction(String membershipId, String company, LocalDate due, String state, long version) {
        say("assessment", "assessment/" + membershipId, "assessment.assessment.action-moved.v1", version, """
                {"assessmentId":"%1$s","applicationId":"%1$s","company":"%2$s","linesOfBusiness":["IMPORTER"],
                 "state":"COMPLETED","catalogueVersion":"2026.1","answered":52,"total":52,"riskRating":"LOW",
                 "openMustActions":1,"assessors":["user:adam"],"revalidationOpenedAt":null,
                 "mustActions":[{"actionId":"a1","dueOn":"%3$s","state":"%4$s"}]}""".formatted(
                        membershipId, company, due, state));
    }

    /** The assessment has taken in the changes that an annual review stated at that time. */
    public void changesTakenIn(String membershipId, String company, String state, Instant statedAt, long version) {
        say(
                "assessment",
                "assessment/" + membershipId,
                "assessment.assessment.changes-stated.v1",
                version,
                """
                {"assessmentId":"%1$s","applicationId":"%1$s","company":"%2$s","linesOfBusiness":["IMPORTER"],
                 "state":"%3$s","catalogueVersion":"2026.1","answered":52,"total":52,"riskRating":"LOW",
                 "openMustActions":0,"assessors":["user:adam"],"revalidationOpenedAt":null,"mustActions":[],
                 "changesStatedAt":"%4$s"}""".formatted(membershipId, company, state, statedAt));
    }

    public void memberVisitClosed(String membershipId, String company, String outcome, Instant closedAt, long version) {
        var visit = "visit-" + membershipId;
        say("validation", "visit/" + visit, "validation.visit.closed.v1", version, """
                {"visitId":"%1$s","applicationId":null,"membershipId":"%2$s","company":"%3$s","type":"POST_INCIDENT",
                 "mode":"ON_SITE","state":"CLOSED","outcome":"%4$s","validators":["user:vera"],"closedAt":"%5$s"}""".formatted(
                        visit, membershipId, company, outcome, closedAt));
    }

    /** The profile of a member in revalidation, in that state. */
    public void assessmentOfRevalidation(
            String membershipId, String company, String openedAt, String state, String rating, long version) {
        say("assessment", "assessment/" + membershipId, "assessment.assessment.changed.v1", version, """
                {"assessmentId":"%1$s","applicationId":"%1$s","company":"%2$s","linesOfBusiness":["IMPORTER"],
                 "state":"%4$s","catalogueVersion":"2026.1","answered":52,"total":52,"riskRating":"%5$s",
                 "openMustActions":0,"assessors":["user:adam"],"revalidationOpenedAt":"%3$s","mustActions":[]}""".formatted(
                        membershipId, company, openedAt, state, rating));
    }

    /**
     * A visit that a revalidation made due at one of three sites, or that an officer ordered for it.
     *
     * @param openedAt empty for one that an officer ordered
     * @param outcome  empty until it is closed
     */
    public record RevalidationVisit(
            String id, String site, String openedAt, String state, String outcome, String waitingFor) {}

    public void revalidationVisit(
            String membershipId, String company, RevalidationVisit visit, Instant now, long version) {
        boolean required = !visit.openedAt().isEmpty();
        say("validation", "visit/" + visit.id(), "validation.visit.changed.v1", version, """
                {"visitId":"%1$s","applicationId":null,"membershipId":"%2$s","company":"%3$s","type":"REVALIDATION",
                 "mode":"ON_SITE","state":"%4$s","outcome":%5$s,"validators":["user:vera"],"closedAt":%6$s,
                 "siteId":"%7$s","requiredSites":%8$s,"waitingFor":%9$s,"revalidationOpenedAt":%10$s}""".formatted(
                        visit.id(),
                        membershipId,
                        company,
                        visit.state(),
                        quoted(visit.outcome()),
                        quoted(visit.state().equals("CLOSED") ? now.toString() : ""),
                        visit.site(),
                        required ? "[\"dock\",\"office\",\"plant\"]" : "[]",
                        quoted(visit.waitingFor()),
                        quoted(visit.openedAt())));
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "null" : '"' + text + '"';
    }

    /** A visit that an officer ordered for the file. */
    record OrderedVisit(String visitId, String site, String state, String outcome) {}

    /** @param applicationId null for a visit that names no application */
    void visit(@Nullable String applicationId, String company, OrderedVisit visit, long version) {
        var file = applicationId == null ? "null" : '"' + applicationId + '"';
        var outcome = visit.outcome().isEmpty() ? "null" : '"' + visit.outcome() + '"';
        var change = visit.state().toLowerCase(java.util.Locale.ROOT);
        say("validation", "visit/" + visit.visitId(), "validation.visit." + change + ".v1", version, """
                {"visitId":"%1$s","applicationId":%2$s,"company":"%3$s","type":"AD_HOC","mode":"ON_SITE",
                 "state":"%4$s","outcome":%5$s,"validators":["user:vera"],"siteId":"%6$s"}""".formatted(
                        visit.visitId(), file, company, visit.state(), outcome, visit.site()));
    }

    private void say(String source, String subject, String type, long version, String data) {
        var event = new Event(
                source + "/" + subject + "/" + version,
                type,
                source,
                subject,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                version,
                "service:" + source,
                "",
                data);
        broker.send(exchange, type, EventMessages.write(event));
        broker.send(exchange, type, EventMessages.write(event));
    }
}
