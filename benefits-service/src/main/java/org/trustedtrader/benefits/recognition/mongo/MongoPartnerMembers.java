package org.trustedtrader.benefits.recognition.mongo;

import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerMember;
import org.trustedtrader.benefits.recognition.PartnerMembers;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Partners' members in the collection {@code partner_members}. */
@Component
final class MongoPartnerMembers extends AggregateStore<PartnerMember> implements PartnerMembers {

    private static final int PAGE = 1000;

    MongoPartnerMembers(AggregateStoreFactory shared) {
        super(new PartnerMemberMapping(), shared);
    }

    @Override
    public List<PartnerMember> named(Collection<String> tins) {
        return tins.isEmpty() ? List.of() : query(Filters.in("_id", tins), null, tins.size());
    }

    @Override
    public List<PartnerMember> of(String partner, @Nullable String afterTin, int limit) {
        return query(Filters.eq("state.partner", partner), afterTin, limit);
    }

    @Override
    public void forEach(Consumer<PartnerMember> consumer) {
        List<PartnerMember> page;
        var after = "";
        do {
            page = query(Filters.gt("_id", after), null, PAGE);
            page.forEach(consumer);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }
}
