package org.trustedtrader.benefits.consent;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trustedtrader.benefits.recognition.InMemory;

/** Consents without a database. */
public final class ConsentsInMemory extends InMemory<Consent> implements Consents {

    public ConsentsInMemory() {
        super((c, stored) -> new Consent(stored, c.pair(), c.state(), c.effectiveAt(), c.reasonCode()));
    }

    @Override
    public List<Consent> page(Optional<String> company, Optional<String> after, int limit) {
        return all().stream()
                .filter(c -> company.isEmpty() || c.pair().company().equals(company.get()))
                .filter(c -> after.isEmpty() || c.id().compareTo(after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public void forEach(Consumer<Consent> consumer) {
        all().forEach(consumer);
    }
}
