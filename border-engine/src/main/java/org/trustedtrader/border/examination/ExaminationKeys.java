package org.trustedtrader.border.examination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secret in use, and those that were, so that old draws can be repeated. */
public final class ExaminationKeys {

    private final ExaminationKey current;
    private final Map<String, ExaminationKey> byId = new HashMap<>();

    public ExaminationKeys(ExaminationKey current, List<ExaminationKey> earlier) {
        this.current = current;
        byId.put(current.id(), current);
        for (var key : earlier) {
            if (byId.put(key.id(), key) != null) {
                throw new IllegalArgumentException("Two examination keys are called " + key.id() + ".");
            }
        }
    }

    public ExaminationKey current() {
        return current;
    }

    public Optional<ExaminationKey> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
