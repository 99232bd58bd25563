package org.trustedtrader.enrolment.lifecycle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/** An aggregate with a state that its verbs lead from one to another, each of them from certain states only. */
public abstract class Lifecycle<S extends Enum<S>> extends Aggregate {

    private S state;

    protected Lifecycle(Stored stored, S state) {
        super(stored);
        this.state = state;
    }

    public final S state() {
        return state;
    }

    /** The change that leads to the next state, still to be recorded. */
    protected final Change to(S next, String name, Actor actor, Instant at) {
        var change = Change.between(state, next, name, actor, at);
        state = next;
        return change;
    }

    /** A change that leaves the state as it is, still to be recorded. */
    protected final Change within(String name, Actor actor, Instant at) {
        return Change.within(state.name(), name, actor, at);
    }

    @SafeVarargs
    protected final void possible(String command, S first, S... more) {
        possible(command, EnumSet.of(first, more));
    }

    /** @throws Refusal.WrongState unless the state is one of those */
    protected final void possible(String command, Set<S> states) {
        if (!states.contains(state)) {
            var names = states.stream().map(S::name).collect(Collectors.joining(", "));
            throw new Refusal.WrongState(command, state.name(), names);
        }
    }
}
