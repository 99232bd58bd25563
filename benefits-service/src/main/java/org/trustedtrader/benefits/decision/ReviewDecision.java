package org.trustedtrader.benefits.decision;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Shows a past answer and derives it again. */
public final class ReviewDecision {

    private final Journal journal;
    private final Map<String, DecisionKind> kinds;

    public ReviewDecision(Journal journal, List<DecisionKind> kinds) {
        this.journal = journal;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(DecisionKind::name, Function.identity()));
    }

    /** @param again what history gives today for what was known then; null of a kind that is not answered here any more */
    public record Review(JournalEntry entry, DecisionKind.@Nullable Again again) {

        public boolean same() {
            return again != null
                    && entry.answer().equals(again.answer())
                    && Objects.equals(entry.examination(), again.examination());
        }
    }

    public Review review(String id) {
        var entry = journal.find(id).orElseThrow(() -> new Refusal.NotFound("decision"));
        try {
            var kind = kinds.get(entry.kind());
            return new Review(entry, kind == null ? null : kind.again(entry));
        } catch (StoreUnavailableException e) {
            throw new Refusal.Unavailable(Message.of("border.history-unavailable"));
        }
    }
}
