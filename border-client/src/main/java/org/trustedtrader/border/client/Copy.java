package org.trustedtrader.border.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.crossing.CrossingAnswer;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.feed.CombinedStatus;
import org.trustedtrader.border.feed.UntrustedFeedException;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.recognition.RecognisedMembers;

/**
 * What is known at one position of the feed, and the answers from it. One thread takes in batches, in their order and none
 * left out; any number ask, and wait for nobody.
 */
final class Copy {

    private final CombinedStatus all;
    private final StatusAge age;
    private volatile Rules rules;
    private volatile boolean understood = true;
    private @Nullable Batch first;
    private long inSnapshot;
    private volatile Place place = new Place("", 0);
    private long number;

    private record Rules(EligibilityRules eligibility, CrossingRules crossings) {

        static Rules of(Policies policies) {
            return new Rules(new EligibilityRules(policies), new CrossingRules(policies));
        }
    }

    /** Where in which run of the feed; no run before the snapshot is complete. */
    record Place(String epoch, long position) {}

    /** @param policies what to answer by while nothing is known */
    Copy(Policies policies, Clocks clocks) {
        this.all = new CombinedStatus(new BorderMemory(policies), new RecognisedMembers(List.of()));
        this.rules = Rules.of(policies);
        this.age = new StatusAge(clocks);
    }

    boolean isComplete() {
        return !place.epoch().isEmpty();
    }

    Place place() {
        return place;
    }

    StatusAge age() {
        return age;
    }

    boolean isUnderstood() {
        return understood;
    }

    int traders() {
        return all.ours().traders();
    }

    /** Takes in the next batch: first those of one snapshot, then what has changed since. Any other is refused. */
    void take(Batch batch) throws UntrustedFeedException {
        if (isComplete()) {
            takeChanges(batch);
        } else {
            takeSnapshot(batch);
        }
    }

    Moment moment(Duration lease) {
        return age.moment(lease, understood && isComplete());
    }

    /** The age is read before the state: what is answered from is at least as new. */
    Answer eligibility(Question question, Duration lease) {
        var moment = moment(lease);
        return rules.eligibility().answer(question, all, moment);
    }

    CrossingAnswer crossing(Crossing crossing, Duration lease) {
        var moment = moment(lease);
        return rules.crossings().decide(crossing, all, moment);
    }

    private void takeSnapshot(Batch batch) throws UntrustedFeedException {
        var start = first == null ? batch : first;
        require(batch.kind() != Batch.Kind.CHANGES, "a snapshot is not complete");
        require(
                batch.epoch().equals(start.epoch()) && batch.stretch().equals(start.stretch()),
                "parts of two snapshots are mixed");
        require(batch.after() == inSnapshot, "a part of a snapshot is missing or repeated");
        first = start;
        if (batch.kind() == Batch.Kind.COMPLETE) {
            number = batch.number();
            place = new Place(batch.epoch(), batch.upTo());
        } else {
            batch.changes().forEach(this::take);
            inSnapshot = batch.upTo();
        }
    }

    private void takeChanges(Batch batch) throws UntrustedFeedException {
        require(batch.kind() == Batch.Kind.CHANGES, "changes are expected");
        require(batch.epoch().equals(place.epoch()), "a batch is of another run");
        require(
                batch.after() == place.position() && batch.number() > number,
                "a batch is missing, repeated or out of order");
        batch.changes().forEach(this::take);
        number = batch.number();
        place = new Place(batch.epoch(), batch.upTo());
    }

    private void take(Change change) {
        if (!change.understood()) {
            understood = false;
        }
        change.applyTo(all);
        if (change instanceof Change.OfRules newer) {
            rules = Rules.of(newer.policies());
        }
    }

    private static void require(boolean met, String otherwise) throws UntrustedFeedException {
        if (!met) {
            throw new UntrustedFeedException(otherwise);
        }
    }
}
