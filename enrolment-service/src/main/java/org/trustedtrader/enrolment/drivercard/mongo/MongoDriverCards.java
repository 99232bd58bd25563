package org.trustedtrader.enrolment.drivercard.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.drivercard.DriverCard;
import org.trustedtrader.enrolment.drivercard.DriverCards;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Driver cards in the collection {@code driver_cards}. */
@Component
final class MongoDriverCards extends AggregateStore<DriverCard> implements DriverCards {

    static final AggregateType<DriverCard, DriverCard.Snapshot> TYPE = AggregateType.named(
                    "driver-card", "driver_cards")
            .stored(DriverCard.Snapshot.class, DriverCard::snapshot, DriverCard::restore)
            .published(CardAnnouncement::of)
            .indexed(new IndexModel(Indexes.ascending("state.holder", "_id")));

    private static final String REVOKED = DriverCard.State.REVOKED.name();

    MongoDriverCards(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /** A card as the border knows it: without its holder. */
    record CardAnnouncement(
            String number,
            DriverCard.Programme programme,
            LocalDate validFrom,
            LocalDate validUntil,
            DriverCard.State state,
            Instant effectiveAt,
            String reasonCode) {

        static CardAnnouncement of(DriverCard card) {
            var s = card.snapshot();
            return new CardAnnouncement(
                    s.number(),
                    s.programme(),
                    s.validFrom(),
                    s.validUntil(),
                    s.state(),
                    s.effectiveAt(),
                    s.reasonCode());
        }
    }

    @Override
    public List<DriverCard> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        if (filter.holder() != null) {
            conditions.add(Filters.eq("state.holder", filter.holder()));
        }
        if (filter.number() != null) {
            conditions.add(Filters.regex("_id", "^" + Pattern.quote(filter.number())));
        }
        if (filter.status() != null) {
            conditions.add(status(filter.status(), filter.day().toString()));
        }
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    /** Days are stored as text in the order of time. */
    private static Bson status(Status status, String day) {
        var standing = Filters.ne("state.state", REVOKED);
        return switch (status) {
            case REVOKED -> Filters.eq("state.state", REVOKED);
            case NOT_YET_VALID -> Filters.and(standing, Filters.gt("state.validFrom", day));
            case EXPIRED -> Filters.and(standing, Filters.lt("state.validUntil", day));
            case VALID ->
                Filters.and(standing, Filters.lte("state.validFrom", day), Filters.gte("state.validUntil", day));
        };
    }
}
