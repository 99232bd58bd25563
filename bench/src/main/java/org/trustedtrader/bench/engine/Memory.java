package org.trustedtrader.bench.engine;

import java.util.function.Consumer;
import org.trustedtrader.bench.crowd.Crowd;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.eligibility.StatusMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.KnownStates;

/** The engine's memory with a whole crowd in it: the only place where the bench knows how the engine is filled. */
public interface Memory {

    Status status();

    /** A change while questions are answered. */
    void takeIn(Known known);

    /** Bytes of what the engine keeps outside the heap. */
    default long bytesOutsideTheHeap() {
        return 0;
    }

    static Memory of(Crowd crowd, Policies policies) {
        var memory = new StatusMemory(policies, new Stored(crowd));
        return new Memory() {
            @Override
            public Status status() {
                return memory;
            }

            @Override
            public void takeIn(Known known) {
                memory.takeIn(known);
            }
        };
    }

    /** A store that holds what the crowd says, and nothing that is added. */
    record Stored(Crowd crowd) implements KnownStates {

        @Override
        public void append(Known known) {
            // What is measured is the memory; a change lives there.
        }

        @Override
        public void forEach(Consumer<Known> consumer) {
            for (int i = 0; i < crowd.size(); i++) {
                crowd.states(i).forEach(consumer);
            }
        }
    }
}
