package org.trustedtrader.platform.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** Versions as the database would keep them, without keys and races. */
final class InMemoryVersions implements DocumentVersions {

    private final Map<String, DocumentVersion> byName = new TreeMap<>();

    @Override
    public List<DocumentVersion> all() {
        return List.copyOf(byName.values());
    }

    @Override
    public List<DocumentVersion> published() {
        return byName.values().stream()
                .filter(version -> version.publication() != null)
                .toList();
    }

    @Override
    public Optional<DocumentVersion> find(String id) {
        return Optional.ofNullable(byName.get(id));
    }

    @Override
    public DocumentVersion visible(String id, Actor actor) {
        return find(id).orElseThrow();
    }

    @Override
    public DocumentVersion create(DocumentVersion fresh, Command command) {
        byName.put(fresh.id(), fresh);
        fresh.changeStored();
        return fresh;
    }

    @Override
    public DocumentVersion change(String id, Command command, Consumer<DocumentVersion> verb) {
        var version = byName.get(id);
        verb.accept(version);
        version.changeStored();
        return version;
    }

    @Override
    public Optional<DocumentVersion> react(String id, Consumer<DocumentVersion> verb) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean createIfAbsent(DocumentVersion fresh) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<HistoryEntry> history(String id) {
        return List.of();
    }
}
