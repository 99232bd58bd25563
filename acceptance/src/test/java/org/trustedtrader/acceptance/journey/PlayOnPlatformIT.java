package org.trustedtrader.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.trustedtrader.acceptance.RealmAdministrator;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;

/**
 * The simulation's play on the running platform, over HTTP and in its programme time: members and officers that are late, silent,
 * contradictory or dishonest. In each week the border's answer and the open compliance cases of every member are compared with the
 * reference of the simulation, which reads facts and dates only. {@code -Dttp.play.weeks=104} plays two years.
 */
@Tag("slow")
@EnabledIfSystemProperty(
        named = "ttp.play.weeks",
        matches = "\\d+",
        disabledReason = "two years of 20 members take longer than a build may: -Dttp.play.weeks=104")
class PlayOnPlatformIT {

    private static final int WEEKS = Integer.getInteger("ttp.play.weeks", 104);
    private static final int MEMBERS = Integer.getInteger("ttp.play.members", 20);
    private static final long SEED = Long.getLong("ttp.play.seed", 1);
    private static final int FIRST_NUMBER = 77_100_000;
    private static final String CARRIER_CODE = "PL%02d";

    private final Random random = new Random(SEED);
    private final Api border = SharedPlatform.platform().callers().client("border-windsor");
    private final ProgrammeTime time =
            new ProgrammeTime(SharedPlatform.platform().callers().user("oscar.operator"));
    private List<PlayedMember> members = List.of();
    private long compared;
    private long withBenefits;

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void theBorderAnswersAsTheReferenceSaysInEveryWeek() {
        members = members();
        for (int week = 1; week <= WEEKS; week++) {
            time.move(Duration.ofDays(7));
            var today = time.today();
            members.forEach(member -> member.dayBegins(today));
            compare();
            var order = new ArrayList<>(members);
            Collections.shuffle(order, random);
            order.forEach(PlayedMember::act);
            compare();
        }
        System.out.println("play: seed " + SEED + ", " + MEMBERS + " members, " + WEEKS + " weeks, " + compared
                + " answers compared, benefits on in " + withBenefits + ", done: " + PlayedMember.done(members));
        assertThat(compared).isEqualTo(2L * MEMBERS * WEEKS);
        assertThat(withBenefits).isBetween(1L, compared);
    }

    /** What follows from an act or a date takes its time; then it has to be as the reference says. */
    private void compare() {
        members.forEach(PlayedMember::mustHaveTheCasesOfTheReference);
        var items = members.stream()
                .map(member -> Map.of("scheme", "CARRIER_CODE", "id", member.carrierCode()))
                .toList();
        var due = members.stream().map(PlayedMember::due).toList();
        Polling.until(
                "the border answers as the reference: " + due,
                Polling.SOON,
                () -> border.post("/v1/eligibility/batch", Map.of("items", items)).expect(200).items("answers").stream()
                        .map(PlayedMember.Granted::of)
                        .toList(),
                due::equals);
        compared += due.size();
        withBenefits += due.stream().filter(PlayedMember.Granted::any).count();
    }

    private List<PlayedMember> members() {
        var callers = SharedPlatform.platform().callers();
        var cast = Cast.of(callers, SharedPlatform.platform().broker());
        var realm = RealmAdministrator.ofThePlatform();
        var walks = IntStream.range(0, MEMBERS)
                .mapToObj(i -> {
                    var owner = "play-owner-" + i;
                    var number = businessNumber(FIRST_NUMBER + i);
                    realm.accountOwner(owner, number);
                    return Walk.of(callers, cast, owner, number, CARRIER_CODE.formatted(i));
                })
                .toList();
        together(walks, Walk::toTheAgreedVisit);
        Walk.passVisits(walks);
        together(walks, Walk::fromTheVisitToMembership);
        return IntStream.range(0, MEMBERS)
                .mapToObj(i ->
                        new PlayedMember(walks.get(i), CARRIER_CODE.formatted(i), new PlayedOfficers(callers), random))
                .toList();
    }

    private static void together(List<Walk> walks, Consumer<Walk> part) {
        try (var threads = Executors.newFixedThreadPool(4)) {
            CompletableFuture.allOf(walks.stream()
                            .map(walk -> CompletableFuture.runAsync(() -> part.accept(walk), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** Eight digits and their check digit. */
    private static String businessNumber(int digits) {
        int sum = 0;
        for (int i = 0, rest = digits; i < 8; i++, rest /= 10) {
            int digit = rest % 10 * (i % 2 == 0 ? 2 : 1);
            sum += digit / 10 + digit % 10;
        }
        return "" + digits + (10 - sum % 10) % 10;
    }
}
