package org.trustedtrader.benefits.recognition.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerMember;
import org.trustedtrader.benefits.recognition.PartnerMembers;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Partners' members in the collection {@code partner_members}. */
@Component
final class MongoPartnerMembers extends AggregateStore<PartnerMember> implements PartnerMembers {

    private static final RecordCodec<PartnerMember.Snapshot> CODEC = RecordCodec.builder(PartnerMember.Snapshot.class)
            .inlined(PartnerMember.Snapshot.class, "source")
            .inlined(PartnerMember.Snapshot.class, "status")
            .build();

    static final AggregateType<PartnerMember, PartnerMember.Snapshot> TYPE = AggregateType.named(
                    "partner-member", "partner_members")
            .stored(CODEC, PartnerMember::snapshot, PartnerMember::restore)
            .published(MemberPayload::of)
            .indexed(new IndexModel(Indexes.ascending("state.partner", "_id")));

    private static final int PAGE = 1000;

    MongoPartnerMembers(AggregateStoreFactory shared) {
        super(TYPE, shared);
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

    /** Names and addresses stay here. */
    record MemberPayload(
            String tin,
            String partner,
            String state,
            String reasonCode,
            Instant effectiveAt,
            boolean nameDiffers,
            List<PeriodPayload> spells) {

        static MemberPayload of(PartnerMember member) {
            var status = member.status();
            return new MemberPayload(
                    member.id(),
                    member.source().partner(),
                    status.state().name(),
                    status.reasonCode(),
                    status.since(),
                    status.nameDiffers(),
                    member.snapshot().spells().stream().map(PeriodPayload::of).toList());
        }
    }

    record PeriodPayload(
            long version,
            Instant from,
            String state,
            List<String> linesOfBusiness,
            @Nullable Instant ends) {

        static PeriodPayload of(PartnerMember.StoredPeriod spell) {
            return new PeriodPayload(
                    spell.version(),
                    spell.from(),
                    spell.state().name(),
                    spell.lines().stream().sorted().toList(),
                    spell.ends());
        }
    }
}
