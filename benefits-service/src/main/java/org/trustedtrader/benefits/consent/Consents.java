package org.trustedtrader.benefits.consent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trustedtrader.platform.aggregate.Repository;

/** All consents, given and withdrawn, by pair. */
public interface Consents extends Repository<Consent> {

    /** Those of one company, or of all, in order of id after the given one. */
    List<Consent> page(Optional<String> company, Optional<String> after, int limit);

    /** Hands out all, page by page. */
    void forEach(Consumer<Consent> consumer);
}
