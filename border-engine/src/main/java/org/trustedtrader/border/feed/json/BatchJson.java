package org.trustedtrader.border.feed.json;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.feed.SignedLineCodec;
import org.trustedtrader.border.feed.SigningKey;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.UntrustedFeedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Batches as lines and back. Within the format's number a reader refuses whatever it does not know. */
public final class BatchJson {

    private static final int FORMAT = 1;
    private static final String IGNORABLE = "mayBeIgnored";

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    private BatchJson() {}

    record Payload(
            int format,
            Batch.Kind kind,
            String epoch,
            String stretch,
            long number,
            long after,
            long upTo,
            Instant issuedAt,
            Instant programmeAt,
            long statusAgeMillis,
            long leaseMillis,
            List<ProfileJson> profiles,
            List<JsonNode> changes) {}

    public static String line(Batch batch, SigningKey key) {
        return SignedLineCodec.write(payload(batch), key);
    }

    public static Batch read(String line, TrustedKeys keys) throws UntrustedFeedException {
        return batch(SignedLineCodec.read(line, keys));
    }

    static byte[] payload(Batch batch) {
        var profiles = new ProfileJson.Dictionary();
        List<JsonNode> changes = new ArrayList<>(batch.changes().size());
        for (var change : batch.changes()) {
            changes.add(written(change, profiles));
        }
        var issue = batch.issue();
        return JSON.writeValueAsBytes(new Payload(
                FORMAT,
                batch.kind(),
                batch.epoch(),
                batch.stretch(),
                batch.number(),
                batch.after(),
                batch.upTo(),
                issue.at(),
                issue.programmeAt(),
                issue.statusAge().toMillis(),
                issue.lease().toMillis(),
                profiles.all(),
                changes));
    }

    static Batch batch(byte[] payload) throws UntrustedFeedException {
        try {
            var read = JSON.readValue(payload, Payload.class);
            if (read.format() != FORMAT) {
                throw new UntrustedFeedException("a batch is of format " + read.format() + ", which is not known here");
            }
            var profiles = read.profiles().stream().map(ProfileJson::profile).toList();
            var changes =
                    read.changes().stream().map(node -> change(node, profiles)).toList();
            return new Batch(
                    read.kind(),
                    read.epoch(),
                    read.stretch(),
                    read.number(),
                    read.after(),
                    read.upTo(),
                    new Batch.Issue(
                            read.issuedAt(),
                            read.programmeAt(),
                            Duration.ofMillis(read.statusAgeMillis()),
                            Duration.ofMillis(read.leaseMillis())),
                    changes);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UntrustedFeedException("a signed batch cannot be understood: " + e.getMessage());
        }
    }

    static JsonNode written(Change change, ProfileJson.Dictionary profiles) {
        return switch (change) {
            case Change.OfTrader trader -> of(TraderJson.KIND, TraderJson.of(trader.state(), profiles));
            case Change.OfRestriction heard -> of(RestrictionJson.KIND, RestrictionJson.of(heard));
            case Change.OfCard card -> of(CardJson.KIND, CardJson.of(card));
            case Change.OfRules rules -> of(RulesJson.KIND, RulesJson.of(rules.policies()));
            case Change.OfArrangements all -> ignorable(ArrangementsJson.KIND, ArrangementsJson.of(all));
            case Change.OfPartnerMember member -> ignorable(PartnerMemberJson.KIND, PartnerMemberJson.of(member));
            case Change.OfPartnerLists lists -> ignorable(PartnerListsJson.KIND, PartnerListsJson.of(lists));
            case Change.NotUnderstood other -> JSON.createObjectNode().put("kind", other.kind());
            case Change.Ignorable other ->
                JSON.createObjectNode().put("kind", other.kind()).put(IGNORABLE, true);
        };
    }

    /** To a program that does not know the kind a partner's member is nobody, so it takes nothing from anybody there. */
    private static JsonNode ignorable(String kind, Object content) {
        return of(kind, content).put(IGNORABLE, true);
    }

    private static ObjectNode of(String kind, Object content) {
        return ((ObjectNode) JSON.valueToTree(content)).put("kind", kind);
    }

    /** Whatever is wrong with it, it was signed, so something has changed. */
    static Change change(JsonNode node, List<Profile> profiles) {
        var kind = node.path("kind").asString("");
        try {
            var content = ((ObjectNode) node).deepCopy().without("kind");
            return switch (kind) {
                case TraderJson.KIND ->
                    new Change.OfTrader(
                            JSON.treeToValue(content, TraderJson.class).state(profiles));
                case RestrictionJson.KIND ->
                    JSON.treeToValue(content, RestrictionJson.class).change();
                case CardJson.KIND -> JSON.treeToValue(content, CardJson.class).change();
                case RulesJson.KIND ->
                    new Change.OfRules(
                            JSON.treeToValue(content, RulesJson.class).policies());
                case ArrangementsJson.KIND ->
                    read(content, ArrangementsJson.class).change();
                case PartnerMemberJson.KIND ->
                    read(content, PartnerMemberJson.class).change();
                case PartnerListsJson.KIND ->
                    read(content, PartnerListsJson.class).change();
                default -> unknown(kind, node.get(IGNORABLE));
            };
        } catch (RuntimeException e) {
            return new Change.NotUnderstood(kind);
        }
    }

    private static <T> T read(ObjectNode content, Class<T> ignorable) {
        return JSON.treeToValue(content.without(IGNORABLE), ignorable);
    }

    /** A sender that knows that its news takes nothing away from anybody says so. */
    private static Change unknown(String kind, @Nullable JsonNode mayBeIgnored) {
        return mayBeIgnored != null && mayBeIgnored.isBoolean() && mayBeIgnored.asBoolean()
                ? new Change.Ignorable(kind)
                : new Change.NotUnderstood(kind);
    }
}
