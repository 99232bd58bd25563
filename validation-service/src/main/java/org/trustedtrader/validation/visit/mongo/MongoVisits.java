package org.trustedtrader.validation.visit.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitSnapshot;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.Visits;

/**
 * Visits in MongoDB. {@code officers} and {@code years} are derived, to be found by; {@code openFor} has a unique index, which
 * lets one open visit of a type be made for a file and a site.
 */
@Component
final class MongoVisits extends AggregateStore<Visit> implements Visits {

    private static final int PAGE = 200;
    private static final List<String> OPEN =
            VisitState.OPEN.stream().map(Enum::name).sorted().toList();
    private static final List<String> OCCUPYING =
            VisitState.OCCUPYING.stream().map(Enum::name).sorted().toList();

    private static final RecordCodec<VisitSnapshot> CODEC = RecordCodec.builder(VisitSnapshot.class)
            .inlined(VisitSnapshot.class, "origin")
            .derived("officers", visit -> visit.assignment().officers())
            .derived("openFor", VisitSnapshot::openFor)
            .derived("years", MongoVisits::years)
            .build();

    static final AggregateType<Visit, VisitSnapshot> TYPE = AggregateType.named("visit", "visits")
            .stored(CODEC, Visit::snapshot, Visit::restore)
            .published(VisitPayload::of)
            .indexed(
                    new IndexModel(
                            Indexes.ascending("state.openFor"),
                            new IndexOptions().unique(true).sparse(true)),
                    new IndexModel(Indexes.ascending("state.applicationId"), new IndexOptions().sparse(true)),
                    new IndexModel(Indexes.ascending("state.membershipId"), new IndexOptions().sparse(true)),
                    new IndexModel(Indexes.ascending("state.company", "_id")),
                    new IndexModel(Indexes.ascending("state.state", "_id")),
                    new IndexModel(Indexes.ascending("state.officers", "_id")),
                    new IndexModel(Indexes.ascending("state.years", "_id")));

    MongoVisits(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    @Override
    public Visit create(Visit fresh, Command command) {
        try {
            return super.create(fresh, command);
        } catch (Refusal.AlreadyExists e) {
            throw find(fresh.id()).isPresent() ? e : visitOpen();
        }
    }

    @Override
    public Visit change(String id, Command command, Consumer<Visit> verb) {
        try {
            return super.change(id, command, verb);
        } catch (MongoWriteException e) {
            throw e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY ? visitOpen() : e;
        }
    }

    private static Refusal visitOpen() {
        return new Refusal.RuleBroken("visit-open", Message.of("validation.visit-open"));
    }

    @Override
    public List<Visit> ofFile(String applicationOrMembershipId) {
        return all(Filters.or(
                Filters.eq("state.applicationId", applicationOrMembershipId),
                Filters.eq("state.membershipId", applicationOrMembershipId)));
    }

    @Override
    public List<Visit> openOf(String company) {
        return all(Filters.and(Filters.eq("state.company", company), Filters.in("state.state", OPEN)));
    }

    @Override
    public List<Visit> matching(Criteria criteria, @Nullable String afterId, int limit) {
        var filters = new ArrayList<Bson>();
        criteria.company().ifPresent(company -> filters.add(Filters.eq("state.company", company)));
        criteria.state().ifPresent(state -> filters.add(Filters.eq("state.state", state.name())));
        criteria.type().ifPresent(type -> filters.add(Filters.eq("state.type", type.name())));
        criteria.officer().ifPresent(officer -> filters.add(Filters.eq("state.officers", officer)));
        return query(filters.isEmpty() ? new Document() : Filters.and(filters), afterId, limit);
    }

    @Override
    public List<Visit> occupying(String officer) {
        return all(Filters.and(Filters.eq("state.officers", officer), Filters.in("state.state", OCCUPYING)));
    }

    /** Also those of the next year, since {@code years} was once counted in UTC. */
    @Override
    public List<Visit> ofYear(int year) {
        return all(Filters.in("state.years", year, year + 1));
    }

    private List<Visit> all(Bson filter) {
        var found = new ArrayList<Visit>();
        List<Visit> page = query(filter, null, PAGE);
        found.addAll(page);
        while (page.size() == PAGE) {
            page = query(filter, page.getLast().id(), PAGE);
            found.addAll(page);
        }
        return found;
    }

    private static List<Integer> years(VisitSnapshot visit) {
        var days = Stream.of(
                        visit.origin().dueSince(),
                        visit.schedule().agreedSlot().map(Slot::startsAt).orElse(null),
                        visit.closedAt())
                .filter(Objects::nonNull)
                .map(at -> BusinessCalendar.shipped().dayOf(at));
        return Stream.concat(days, Stream.ofNullable(visit.dueOn()))
                .map(LocalDate::getYear)
                .distinct()
                .sorted()
                .toList();
    }
}
