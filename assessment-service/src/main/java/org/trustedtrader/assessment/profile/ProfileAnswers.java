package org.trustedtrader.assessment.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;

/**
 * The answers of one scope of a company, as a record of their own. It
 * follows the assessment, which decides what may change: version n of this record is the n-th change of the answers that
 * the assessment has recorded.
 */
public final class ProfileAnswers extends Aggregate {

    private static final String KEPT = "KEPT";

    private final Owner owner;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** Whose answers these are: which company's, to which assessment, in which scope. */
    public record Owner(String assessment, Scope scope, String company) {

        public String profileId() {
            return assessment + "-" + scope.key();
        }
    }

    /** The stored state. */
    public record Snapshot(String assessment, Scope scope, String company, List<Answer> answers) {}

    /** Why the answers changed: the name, the actor and the time of the assessment's change. */
    public record Cause(String name, Actor actor, Instant at) {}

    private ProfileAnswers(Stored stored, Owner owner, Collection<Answer> answers) {
        super(stored);
        this.owner = owner;
        answers.forEach(answer -> this.answers.put(answer.criterion(), answer));
    }

    public static ProfileAnswers restore(Stored stored, Snapshot snapshot) {
        var owner = new Owner(snapshot.assessment(), snapshot.scope(), snapshot.company());
        return new ProfileAnswers(stored, owner, snapshot.answers());
    }

    /** Version 1. */
    public static ProfileAnswers first(Owner owner, Collection<Answer> answers, Cause cause) {
        var profile = new ProfileAnswers(new Stored(owner.profileId(), 0, Map.of()), owner, answers);
        profile.record(Change.birth(KEPT, cause.name(), cause.actor(), cause.at()));
        return profile;
    }

    /** Applies the answers of the next version; does nothing if that version was applied before. */
    public void apply(long newVersion, Collection<Answer> changed, Cause cause) {
        if (newVersion <= version()) {
            return;
        }
        if (newVersion != version() + 1) {
            throw new IllegalStateException(
                    "Profile " + id() + " has version " + version() + " and cannot become " + newVersion);
        }
        changed.forEach(answer -> answers.put(answer.criterion(), answer));
        record(Change.within(KEPT, cause.name(), cause.actor(), cause.at()).because(changed.size() + " answers"));
    }

    public List<Answer> answers() {
        return new ArrayList<>(answers.values());
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(owner.company())
                || actor.has(Roles.SERVICE)
                || Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(owner.company());
    }

    public Snapshot snapshot() {
        return new Snapshot(owner.assessment(), owner.scope(), owner.company(), answers());
    }
}
