package org.trustedtrader.benefits.recognition;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All members that partners ever named, by TIN. */
public interface PartnerMembers extends Repository<PartnerMember> {

    /** Those of these TINs that are known. */
    List<PartnerMember> named(Collection<String> tins);

    /** A partner's members in order of TIN, after the given one. */
    List<PartnerMember> of(String partner, @Nullable String afterTin, int limit);

    /** Hands out all, page by page. */
    void forEach(Consumer<PartnerMember> consumer);
}
