package org.trustedtrader.platform.test.notes;

import java.time.Instant;
import java.util.Optional;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;

final class Note extends Aggregate {

    private final String owner;
    private String text;

    private Note(String id, String owner, String text) {
        super(id);
        this.owner = owner;
        this.text = text;
    }

    private Note(Stored stored, Snapshot snapshot) {
        super(stored);
        this.owner = snapshot.owner();
        this.text = snapshot.text();
    }

    record Snapshot(String owner, String text) {}

    static Note restore(Stored stored, Snapshot snapshot) {
        return new Note(stored, snapshot);
    }

    Snapshot snapshot() {
        return new Snapshot(owner, text);
    }

    static Note write(String id, String owner, String text, Actor actor, Instant at) {
        var note = new Note(id, owner, text);
        note.record(Change.birth("OPEN", "written", actor, at));
        return note;
    }

    void amend(String newText, Actor actor, Instant at) {
        text = newText;
        record(Change.within("OPEN", "amended", actor, at).because("said so"));
    }

    boolean takeIn(String subject, long version, Actor actor, Instant at) {
        if (!takesIn(subject, version)) {
            return false;
        }
        record(Change.within("OPEN", "informed", actor, at));
        return true;
    }

    String owner() {
        return owner;
    }

    String text() {
        return text;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return actor.belongsTo(owner) || actor.has("reader");
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }
}
