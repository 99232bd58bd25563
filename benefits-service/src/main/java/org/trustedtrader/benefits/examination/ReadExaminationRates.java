package org.trustedtrader.benefits.examination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Counts exactly: what this replica has answered is shipped first, and each shipped block is counted once. */
public final class ReadExaminationRates {

    private static final DateRange DAYS = new DateRange(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 12, 31));
    private static final int MOST_DAYS = 366;

    private final Tallies tallies;
    private final Runnable shipNow;
    private final Clock clock;

    /** @param shipNow brings what this replica has answered to where tallies are read from */
    public ReadExaminationRates(Tallies tallies, Runnable shipNow, Clock clock) {
        this.tallies = tallies;
        this.shipNow = shipNow;
        this.clock = clock;
    }

    /** @param completeUntil all that was asked before that time is counted */
    public record Report(
            LocalDate from, LocalDate to, Instant completeUntil, List<Achieved> total, List<Achieved> days) {}

    /**
     * @param day        null of the total
     * @param tier       whose rate it is; null for everybody who has no reduced rate
     * @param policyRate what the policy asks for; the mean over the crossings, should it have changed
     */
    public record Achieved(
            @Nullable LocalDate day, @Nullable Tier tier, long asked, long selected, double policyRate) {

        public double rate() {
            return asked == 0 ? 0 : (double) selected / asked;
        }

        public Interval interval() {
            return Interval.of(selected, asked);
        }
    }

    /** Both days included, UTC. */
    public Report between(LocalDate from, LocalDate to) {
        DAYS.admit("from", from);
        DAYS.admit("to", to);
        if (to.isBefore(from)) {
            throw new Refusal.InvalidInput("to", Message.of("benefits.examination.before-from"));
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new Refusal.InvalidInput("to", Message.of("benefits.examination.too-long", MOST_DAYS));
        }
        shipNow.run();
        var complete = tallies.completeUntil().orElseGet(clock::instant);
        var found = tallies.between(from, to);
        return new Report(
                from,
                to,
                complete,
                grouped(found, t -> new Group(null, t.tier())),
                grouped(found, t -> new Group(t.day(), t.tier())));
    }

    private record Group(@Nullable LocalDate day, @Nullable Tier tier) {}

    private static List<Achieved> grouped(List<Tally> tallies, Function<Tally, Group> by) {
        Map<Group, List<Tally>> groups = new LinkedHashMap<>();
        for (var tally : tallies) {
            groups.computeIfAbsent(by.apply(tally), _ -> new ArrayList<>()).add(tally);
        }
        return groups.entrySet().stream()
                .map(e -> achieved(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing(Achieved::day, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Achieved::tier, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static Achieved achieved(Group group, List<Tally> tallies) {
        long asked = tallies.stream().mapToLong(Tally::asked).sum();
        long selected = tallies.stream().mapToLong(Tally::selected).sum();
        return new Achieved(group.day(), group.tier(), asked, selected, meanRate(tallies, asked));
    }

    private static double meanRate(List<Tally> tallies, long asked) {
        double first = tallies.getFirst().rate();
        return tallies.stream().allMatch(t -> t.rate() == first)
                ? first
                : tallies.stream().mapToDouble(t -> t.rate() * t.asked()).sum() / asked;
    }
}
