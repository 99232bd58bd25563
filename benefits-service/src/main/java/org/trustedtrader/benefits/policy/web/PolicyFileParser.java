package org.trustedtrader.benefits.policy.web;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.trustedtrader.border.policy.json.PolicyValidator;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.publication.PublicationDraft;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import tools.jackson.databind.JsonNode;

/** Policy files as they come in: sound, or refused with all that is wrong. */
@Component
class PolicyFileParser {

    private final PolicyValidator flaws;

    PolicyFileParser(PolicyValidator flaws) {
        this.flaws = flaws;
    }

    PublicationDraft draft(JsonNode file) {
        var found = flaws.of(file);
        if (!found.isEmpty()) {
            throw new Refusal.InvalidInput(found.stream()
                    .map(flaw -> new Violation(
                            flaw.path(), Message.of(flaw.key(), flaw.arguments().toArray())))
                    .toList());
        }
        return new PublicationDraft(
                file.get("version").asString(),
                Instant.parse(file.get("effectiveFrom").asString()),
                file.toString());
    }
}
