package org.trustedtrader.platform.mongo;

import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/**
 * How aggregates of one kind are stored and published: their snapshot is their stored state.
 *
 * <pre>{@code
 * AggregateType.named("membership", "memberships")
 *         .stored(Membership.Snapshot.class, Membership::snapshot, Membership::restore)
 *         .published(MembershipEvent::of)
 *         .indexed(new IndexModel(Indexes.ascending("state.company", "_id")));
 * }</pre>
 */
public final class AggregateType<A extends Aggregate, S extends Record> {

    private final Name name;
    private final Form<A, S> form;
    private final Optional<Function<A, ?>> payload;
    private final List<IndexModel> indexes;

    private AggregateType(Name name, Form<A, S> form, Optional<Function<A, ?>> payload, List<IndexModel> indexes) {
        this.name = name;
        this.form = form;
        this.payload = payload;
        this.indexes = indexes;
    }

    /**
     * @param kind       as in event subjects: {@code application}
     * @param collection the collection's name: {@code applications}
     */
    public static Name named(String kind, String collection) {
        return new Name(kind, collection);
    }

    /** The first step: what the kind and its collection are called. */
    public record Name(String kind, String collection) {

        /** With the field names of the snapshot's components. */
        public <A extends Aggregate, S extends Record> Unpublished<A, S> stored(
                Class<S> snapshot, Function<A, S> write, BiFunction<Aggregate.Stored, S, A> restore) {
            return stored(RecordCodec.of(snapshot), write, restore);
        }

        public <A extends Aggregate, S extends Record> Unpublished<A, S> stored(
                RecordCodec<S> codec, Function<A, S> write, BiFunction<Aggregate.Stored, S, A> restore) {
            return new Unpublished<>(this, new Form<>(codec, write, restore));
        }
    }

    private record Form<A, S extends Record>(
            RecordCodec<S> codec, Function<A, S> write, BiFunction<Aggregate.Stored, S, A> restore) {}

    /** The second step: how the state is stored. */
    public static final class Unpublished<A extends Aggregate, S extends Record> {

        private final Name name;
        private final Form<A, S> form;

        private Unpublished(Name name, Form<A, S> form) {
            this.name = name;
            this.form = form;
        }

        /** @param payload the state as other services may see it: a record that becomes the event's JSON, without personal data */
        public AggregateType<A, S> published(Function<A, ?> payload) {
            return new AggregateType<>(name, form, Optional.of(payload), List.of());
        }

        /** Its changes are recorded and not published: only its own service reads it. */
        public AggregateType<A, S> unpublished() {
            return new AggregateType<>(name, form, Optional.empty(), List.of());
        }
    }

    /** Adds indexes on {@code state.…} fields to those that every aggregate collection has. */
    public AggregateType<A, S> indexed(IndexModel... added) {
        return new AggregateType<>(name, form, payload, List.of(added));
    }

    public String aggregate() {
        return name.kind();
    }

    public String collection() {
        return name.collection();
    }

    /** The whole state, without id and version. An absent value has no field. */
    public Document state(A aggregate) {
        return form.codec().write(form.write().apply(aggregate));
    }

    public A restore(Aggregate.Stored stored, Document state) {
        return restore(stored, state, field -> {});
    }

    /** @param unknown receives the name of each stored field that is not read, which a rewrite would lose */
    public A restore(Aggregate.Stored stored, Document state, Consumer<String> unknown) {
        return form.restore().apply(stored, form.codec().read(state, unknown));
    }

    /** The event's data: at most 256 KB of JSON. */
    public Object payload(A aggregate) {
        return payload.<Object>map(of -> of.apply(aggregate)).orElseGet(Map::of);
    }

    /** Whether changes are published as events; a record that only its own service reads publishes none. */
    public boolean isPublished() {
        return payload.isPresent();
    }

    public List<IndexModel> indexes() {
        return indexes;
    }
}
