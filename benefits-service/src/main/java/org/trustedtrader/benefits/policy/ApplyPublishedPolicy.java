package org.trustedtrader.benefits.policy;

import java.util.function.Consumer;
import org.trustedtrader.border.policy.Policies;

/**
 * Takes in published versions. What they touch is recomputed before this returns; meanwhile, and if it fails,
 * questions are answered by the rules before. Heard twice, it does nothing.
 */
public final class ApplyPublishedPolicy {

    private final PublishedPolicies book;
    private final Consumer<Policies> memory;
    private Policies inForce;

    /** @param memory what answers by the book's present policies, and is given others */
    public ApplyPublishedPolicy(PublishedPolicies book, Consumer<Policies> memory) {
        this.book = book;
        this.memory = memory;
        this.inForce = book.policies();
    }

    public synchronized void apply(PublishedPolicy published) {
        book.enter(published);
        var wanted = book.policies();
        if (wanted != inForce) {
            memory.accept(wanted);
            inForce = wanted;
        }
    }
}
