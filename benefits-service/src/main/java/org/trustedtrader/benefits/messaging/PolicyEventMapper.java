package org.trustedtrader.benefits.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.policy.PublishedPolicy;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.platform.publication.PublicationDraft;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads announced versions of the rules. A proposal counts for nothing; a published version that cannot be applied here is
 * {@link UnprocessableEventException}.
 */
final class PolicyEventMapper {

    private final JsonMapper json;

    PolicyEventMapper(JsonMapper json) {
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PolicyData(
            String version,
            @Nullable Instant effectiveFrom,
            String state,
            @Nullable Instant publishedAt,
            @Nullable JsonNode policy) {}

    /** Empty if the event is about a version that does not count. */
    Optional<PublishedPolicy> read(Event event) {
        try {
            var data = json.readValue(event.data(), PolicyData.class);
            return switch (data.state()) {
                case "PROPOSED", "WITHDRAWN" -> Optional.empty();
                case "PUBLISHED" -> Optional.of(published(event, data));
                default -> throw new UnprocessableEventException("not a state that is known here: " + data.state());
            };
        } catch (JacksonException | UnsupportedPolicyException | NullPointerException e) {
            throw new UnprocessableEventException(event.type() + " cannot be understood: " + e.getMessage());
        }
    }

    private static PublishedPolicy published(Event event, PolicyData data) {
        if (data.effectiveFrom() == null || data.publishedAt() == null || data.policy() == null) {
            throw new UnprocessableEventException(event.type() + " lacks a date or the policy");
        }
        var draft = new PublicationDraft(
                event.aggregateId(), data.effectiveFrom(), data.policy().toString());
        return PublishedPolicy.read(draft, data.publishedAt());
    }

    /** What is left of an event that cannot be understood: that from its date on, or from now, other rules may count. */
    PublishedPolicy notUnderstood(Event event) {
        var effectiveFrom = event.time();
        try {
            var date = json.readTree(event.data()).path("effectiveFrom").asString("");
            effectiveFrom = date.isEmpty() ? effectiveFrom : Instant.parse(date);
        } catch (RuntimeException e) {
            return PublishedPolicy.notUnderstood(event.aggregateId(), event.time(), event.time());
        }
        return PublishedPolicy.notUnderstood(event.aggregateId(), effectiveFrom, event.time());
    }
}
