package org.trustedtrader.border.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.KnownStates;

/** A store that can be made to fail. */
public final class StatesInMemory implements KnownStates {

    public final List<Known> stored = new ArrayList<>();
    private boolean failing;
    private Runnable beforeAppend = () -> {};

    public void fail(boolean now) {
        failing = now;
    }

    /** Run while a state has been heard and is not stored yet. */
    public void beforeAppend(Runnable action) {
        beforeAppend = action;
    }

    @Override
    public void append(Known known) {
        beforeAppend.run();
        if (failing) {
            throw new IllegalStateException("the store is away");
        }
        if (stored.stream()
                .noneMatch(k -> k.subject().equals(known.subject())
                        && k.version() == known.version()
                        && k.readable() == known.readable())) {
            stored.add(known);
        }
    }

    @Override
    public void forEach(Consumer<Known> consumer) {
        List.copyOf(stored).forEach(consumer);
    }
}
