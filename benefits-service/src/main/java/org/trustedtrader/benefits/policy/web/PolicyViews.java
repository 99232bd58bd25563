package org.trustedtrader.benefits.policy.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.trustedtrader.border.eligibility.PoliciesInForce;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.web.Versioned;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions to be looked at: those shipped with the program beside those proposed here. */
@Component
class PolicyViews {

    private final DocumentVersions versions;
    private final PoliciesInForce inForce;
    private final JsonMapper json;
    private final Clock clock;

    PolicyViews(DocumentVersions versions, PoliciesInForce inForce, JsonMapper json, Clock clock) {
        this.versions = versions;
        this.inForce = inForce;
        this.json = json;
        this.clock = clock;
    }

    /** @param inForce the version that rules what is asked about now */
    record PoliciesView(String inForce, List<PolicyView> items) {}

    PoliciesView all() {
        var applied = applied();
        var proposed = versions.all();
        var shipped = applied.policies().inOrder().stream()
                .filter(policy -> proposed.stream().noneMatch(p -> p.id().equals(policy.version())))
                .filter(policy -> shippedFile(policy.version()).isPresent());
        var items = Stream.concat(
                        shipped.map(policy -> PolicyView.ofShipped(policy, applied)),
                        proposed.stream().map(version -> PolicyView.of(version, applied)))
                .sorted(Comparator.comparing(PolicyView::effectiveFrom).thenComparing(PolicyView::version))
                .toList();
        return new PoliciesView(applied.policies().at(applied.millis()).version(), items);
    }

    PolicyView view(DocumentVersion version) {
        return PolicyView.of(version, applied());
    }

    ResponseEntity<JsonNode> file(String name, Actor actor) {
        var shipped = shippedFile(name);
        if (shipped.isPresent()) {
            return Versioned.ok(json.readTree(shipped.get()), 0);
        }
        var version = versions.visible(name, actor);
        return Versioned.ok(json.readTree(version.draft().file()), version.version());
    }

    private PoliciesAt applied() {
        return new PoliciesAt(inForce.policies(), clock.millis());
    }

    private static Optional<String> shippedFile(String name) {
        try {
            return PolicyFiles.shippedFile(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
