package org.trustedtrader.border.feed.json;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.eligibility.Profile;
import org.trustedtrader.border.feed.Change;
import tools.jackson.databind.JsonNode;

/** Changes with a dictionary of profiles that keeps its order, for programs that keep numbers of profiles beside them. */
public final class ChangesJson {

    private ChangesJson() {}

    record Written(List<ProfileJson> profiles, List<JsonNode> changes) {}

    /** What was written, as it was. */
    public record Read(List<Profile> profiles, List<Change> changes) {}

    /** @param profiles come first in the dictionary, in this order */
    public static String write(List<Profile> profiles, List<Change> changes) {
        var dictionary = new ProfileJson.Dictionary();
        profiles.forEach(dictionary::of);
        List<JsonNode> written = new ArrayList<>();
        for (var change : changes) {
            written.add(BatchJson.written(change, dictionary));
        }
        return BatchJson.JSON.writeValueAsString(new Written(dictionary.all(), written));
    }

    /** @return the profiles that {@link #write} was given, in their order, and perhaps more behind them */
    public static Read read(String json) {
        var written = BatchJson.JSON.readValue(json, Written.class);
        var profiles = written.profiles().stream().map(ProfileJson::profile).toList();
        var changes = written.changes().stream()
                .map(node -> BatchJson.change(node, profiles))
                .toList();
        return new Read(profiles, changes);
    }
}
