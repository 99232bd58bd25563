package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

@Component
final class MongoAssessments extends AggregateStore<Assessment> implements Assessments {

    MongoAssessments(AggregateStoreFactory shared) {
        super(new AssessmentMapping(), shared);
    }

    /** A company's people are shown their own company's, whatever they ask for. */
    @Override
    public List<Assessment> list(
            Actor actor,
            Optional<Assessment.State> state,
            Optional<String> company,
            Optional<String> after,
            int limit) {
        List<Bson> filters = new ArrayList<>();
        actor.company().ifPresent(own -> filters.add(Filters.eq("state.company", own)));
        company.ifPresent(asked -> filters.add(Filters.eq("state.company", asked)));
        state.ifPresent(asked -> filters.add(Filters.eq("state.state", asked.name())));
        Bson filter = filters.isEmpty() ? Filters.empty() : Filters.and(filters);
        return query(filter, after.orElse(null), limit).stream()
                .filter(assessment -> assessment.visibleTo(actor))
                .toList();
    }
}
