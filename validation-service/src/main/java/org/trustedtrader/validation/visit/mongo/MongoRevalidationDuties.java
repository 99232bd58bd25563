package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.validation.visit.RevalidationDuties;

/** The newest version of each obligation of the kind REVALIDATION. */
@Component
final class MongoRevalidationDuties implements RevalidationDuties {

    private final MongoProjection<DutyView> duties;

    MongoRevalidationDuties(MongoDatabase database) {
        this.duties = new MongoProjection<>(
                database,
                "revalidation-duties",
                DutyView.class,
                new IndexModel(Indexes.ascending("view.duty.membershipId")),
                new IndexModel(Indexes.ascending("view.year")),
                new IndexModel(Indexes.ascending("view.cycleYear")));
    }

    /** @param year and {@code cycleYear}: to be found by */
    record DutyView(Duty duty, int year, int cycleYear) {

        static DutyView of(Duty duty) {
            return new DutyView(duty, duty.dueOn().getYear(), duty.cycleDueOn().getYear());
        }
    }

    @Override
    public boolean keep(String obligationId, long version, Duty duty) {
        return duties.keepNewest(obligationId, version, DutyView.of(duty));
    }

    @Override
    public Optional<Duty> of(String membershipId, LocalDate cycleDueOn) {
        return duties.find(Filters.eq("view.duty.membershipId", membershipId)).stream()
                .map(DutyView::duty)
                .filter(duty -> duty.cycleDueOn().equals(cycleDueOn))
                .findFirst();
    }

    @Override
    public List<Duty> dueIn(int year) {
        return duties.find(Filters.eq("view.year", year)).stream()
                .map(DutyView::duty)
                .toList();
    }

    @Override
    public List<Duty> movedAcross(int year) {
        var moved = Filters.or(
                Filters.and(Filters.eq("view.year", year), Filters.ne("view.cycleYear", year)),
                Filters.and(Filters.ne("view.year", year), Filters.eq("view.cycleYear", year)));
        return duties.find(moved).stream().map(DutyView::duty).toList();
    }
}
