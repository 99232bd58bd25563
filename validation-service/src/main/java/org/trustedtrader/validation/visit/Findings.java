package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The findings of one visit, in the order in which they were raised. */
public record Findings(List<Finding> all) {

    public static final Findings NONE = new Findings(List.of());
    static final int MOST = 200;

    public Findings {
        all = List.copyOf(all);
    }

    Findings raise(Finding.Kind kind, String area, @Nullable String criterion, String text) {
        if (all.size() >= MOST) {
            throw new Refusal.RuleBroken("too-many-findings", Message.of("validation.finding.too-many", MOST));
        }
        var more = new ArrayList<>(all);
        more.add(Finding.raised(all.size() + 1, kind, area, criterion, text));
        return new Findings(more);
    }

    Findings communicated() {
        return new Findings(all.stream().map(Finding::communicated).toList());
    }

    Findings changing(String id, UnaryOperator<Finding> change) {
        if (all.stream().noneMatch(finding -> finding.id().equals(id))) {
            throw new Refusal.NotFound("finding");
        }
        return new Findings(all.stream()
                .map(finding -> finding.id().equals(id) ? change.apply(finding) : finding)
                .toList());
    }

    public long unresolvedActions() {
        return all.stream().filter(Finding::isUnresolvedAction).count();
    }

    public long awaitingResponse() {
        return all.stream().filter(Finding::awaitsResponse).count();
    }

    /** The officers who decided disputed findings. */
    public List<String> disputesDecidedBy() {
        return all.stream()
                .map(Finding::decidedBy)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    boolean requireActionIn(String area) {
        return all.stream()
                .anyMatch(f ->
                        f.kind() == Finding.Kind.ACTION_REQUIRED && f.area().equals(area));
    }
}
