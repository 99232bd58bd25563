package org.trustedtrader.benefits.policy;

import java.util.List;
import org.trustedtrader.border.eligibility.PolicyEffect;
import org.trustedtrader.border.policy.Policy;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.PublicationDraft;
import org.trustedtrader.platform.refusal.Refusal;

/** Shows what a version would change before anybody publishes it. Changes nothing. */
public final class PreviewPolicy {

    private final DocumentVersions versions;
    private final PublishedPolicies book;
    private final TradersCompared traders;

    public PreviewPolicy(DocumentVersions versions, PublishedPolicies book, TradersCompared traders) {
        this.versions = versions;
        this.book = book;
        this.traders = traders;
    }

    /** Counts over the traders known now how many would have what at that time. */
    @FunctionalInterface
    public interface TradersCompared {

        /** @param millis since the epoch, programme time */
        List<PolicyEffect> effects(Policy before, Policy after, long millis);
    }

    public PolicyPreview preview(String version, Actor actor) {
        var after = read(versions.visible(version, actor).draft());
        var millis = after.effectiveFrom().toEpochMilli();
        var before = book.policies().without(version).at(millis);
        return new PolicyPreview(
                version,
                before.version(),
                after.effectiveFrom(),
                traders.effects(before, after, millis),
                PolicyPreview.PortChanges.between(before, after),
                PolicyPreview.RuleChange.between(before, after),
                PolicyPreview.ModeChange.between(before, after));
    }

    private static Policy read(PublicationDraft draft) {
        try {
            return PolicyFiles.read(draft.file());
        } catch (UnsupportedPolicyException e) {
            throw new Refusal.RuleBroken("policy-not-understood", Message.of("benefits.policy.not-understood"));
        }
    }
}
