package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.trustedtrader.border.status.RevisionStore;
import org.trustedtrader.border.trader.Revision;

/** A store that can be made to fail. */
public final class InMemoryRevisionStore implements RevisionStore {

    private final Map<String, List<Revision>> files = new LinkedHashMap<>();
    private boolean failing;
    private Runnable beforeAppend = () -> {};

    public void fail(boolean now) {
        failing = now;
    }

    /** Run while a state has been received and is not stored yet. */
    public void beforeAppend(Runnable action) {
        beforeAppend = action;
    }

    /** All that was stored, in the order of the files. */
    public List<Revision> stored() {
        return files.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public Map<String, List<Revision>> append(Map<String, List<Revision>> added) {
        beforeAppend.run();
        if (failing) {
            throw new IllegalStateException("the store is away");
        }
        Map<String, List<Revision>> all = new LinkedHashMap<>();
        added.forEach((file, states) -> {
            states.forEach(revision -> append(file, revision));
            all.put(file, read(file));
        });
        return all;
    }

    private void append(String file, Revision revision) {
        var states = files.computeIfAbsent(file, _ -> new ArrayList<>());
        if (states.stream()
                .noneMatch(k -> k.subject().equals(revision.subject())
                        && k.version() == revision.version()
                        && k.readable() == revision.readable())) {
            states.add(revision);
        }
    }

    @Override
    public List<Revision> read(String file) {
        return List.copyOf(files.getOrDefault(file, List.of()));
    }

    @Override
    public List<String> orphans() {
        return files.keySet().stream()
                .filter(file -> file.startsWith(Revision.MEMBERSHIP))
                .toList();
    }

    @Override
    public String name() {
        return "in memory";
    }

    @Override
    public void forEach(BiConsumer<String, List<Revision>> consumer) {
        Map.copyOf(files).forEach(consumer);
    }
}
