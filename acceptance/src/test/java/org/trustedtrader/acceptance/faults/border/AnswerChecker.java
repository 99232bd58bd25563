package org.trustedtrader.acceptance.faults.border;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Knows what was committed when. A yes is wrong if the trader had lost what it needs for longer than is allowed when the
 * question was sent, or if the replica had refused because of the same or a later loss before.
 */
final class AnswerChecker {

    private final AnswerCounts tally;
    private final Map<String, Long> refusedFor = new ConcurrentHashMap<>();

    AnswerChecker(AnswerCounts tally) {
        this.tally = tally;
    }

    /** A question to one replica that is about to be sent. */
    final class Asked {

        private final String replica;
        private final List<Timeline> needs;
        private final long sentNanos;
        private final List<Long> refusedBefore;

        private Asked(String replica, List<Timeline> needs) {
            this.replica = replica;
            this.needs = needs;
            this.refusedBefore = needs.stream()
                    .map(need -> refusedFor.getOrDefault(key(need), 0L))
                    .toList();
            this.sentNanos = System.nanoTime();
        }

        void answered(String outcome, JsonNode versions) {
            var answeredNanos = System.nanoTime();
            var allowed = needs.stream().allMatch(need -> need.allowsYes(sentNanos, answeredNanos));
            if (!allowed) {
                tally.count(AnswerCounts.TRAPS);
            }
            switch (outcome) {
                case "ELIGIBLE", "FLE" -> {
                    tally.count("yes");
                    if (!allowed) {
                        wrong("a yes to somebody who had lost it", versions);
                    } else if (isTakenBack(versions)) {
                        wrong("a refusal taken back", versions);
                    }
                }
                case "INELIGIBLE", "FLI" -> {
                    tally.count("no");
                    needs.forEach(need -> remember(need, versions));
                }
                case "INDETERMINATE" -> tally.count("unsure");
                default -> wrong("an outcome that nobody knows: " + outcome, versions);
            }
        }

        private boolean isTakenBack(JsonNode versions) {
            for (int i = 0; i < needs.size(); i++) {
                var quoted = versions.path(needs.get(i).subject()).asLong(Long.MAX_VALUE);
                if (quoted <= refusedBefore.get(i)) {
                    return true;
                }
            }
            return false;
        }

        private void remember(Timeline need, JsonNode versions) {
            var quoted = versions.path(need.subject()).asLong(0);
            if (need.isLoss(quoted)) {
                refusedFor.merge(key(need), quoted, Math::max);
            }
        }

        private void wrong(String what, JsonNode versions) {
            tally.wrong(what + " by " + replica + ", quoting " + versions + "; refused before for " + refusedBefore
                    + "; " + needs.stream().map(need -> need.at(sentNanos)).toList());
        }

        private String key(Timeline need) {
            return replica + " " + need.subject();
        }
    }

    Asked asks(String replica, List<Timeline> needs) {
        return new Asked(replica, needs);
    }
}
