package org.trustedtrader.benefits.decision;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.trustedtrader.benefits.decision.entry.EntryCodec;
import org.trustedtrader.platform.refusal.Refusal;

/** A journal that can be made to fail. */
public final class InMemoryJournal implements Journal {

    public final Map<String, JournalEntry> entries = new LinkedHashMap<>();
    private boolean failing;

    public void fail() {
        failing = true;
    }

    @Override
    public JournalEntry append(PendingDecision decision) {
        refuseIfFailing();
        var entry = decision.as(new DecisionId(7, entries.size()).toString());
        entries.put(entry.id(), entry);
        return entry;
    }

    @Override
    public DecisionId append(byte[] entry, int length) {
        refuseIfFailing();
        var id = new DecisionId(7, entries.size());
        entries.put(id.toString(), EntryCodec.read(id.toString(), Arrays.copyOf(entry, length)));
        return id;
    }

    private void refuseIfFailing() {
        if (failing) {
            throw new Refusal.Unavailable("away");
        }
    }

    @Override
    public Optional<JournalEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }
}
