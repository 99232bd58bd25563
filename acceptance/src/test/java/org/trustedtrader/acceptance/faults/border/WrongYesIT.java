package org.trustedtrader.acceptance.faults.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.acceptance.faults.border.BorderReplicas.FIRST;
import static org.trustedtrader.acceptance.faults.border.BorderReplicas.SECOND;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.trustedtrader.acceptance.faults.BusinessNumbers;

/**
 * Nobody who lost a benefit is answered with yes, whatever fails, and everybody is answered. A campaign of minutes, so it runs
 * only where it is asked for: {@code -Dttp.reads=100000} says how many questions at least, {@code -Dttp.away.seconds=60} makes
 * the outage of database and broker a minute.
 */
@EnabledIfSystemProperty(named = "ttp.reads", matches = "[0-9]+", disabledReason = "a campaign: -Dttp.reads=20000")
@Timeout(value = 12, unit = TimeUnit.HOURS) // a campaign takes as long as was asked for
class WrongYesIT {

    private static final int READS = Integer.getInteger("ttp.reads", 20_000);
    private static final int AWAY = Integer.getInteger("ttp.away.seconds", 10);
    private static final int TRADERS = 40;
    private static final int CARDS = 20;
    /** Longer than the lease, so that what is not heard of goes stale. */
    private static final int SHORT = 6;

    private static final Duration BACK = Duration.ofSeconds(120);
    private static final Runnable NOTHING = () -> {};

    private final AnswerCounts tally = new AnswerCounts();
    private final List<Trader> traders = traders();
    private final ChangeFeed feed = new ChangeFeed();
    private final StubIssuer issuer = new StubIssuer();
    private final BorderReplicas border = new BorderReplicas(issuer.url(), feed.url());
    private final Enrolment enrolment = new Enrolment(traders, border.broker(), BorderReplicas.EXCHANGE, feed);
    private final BorderClients readers =
            new BorderClients(border, traders, enrolment, tally, issuer.token("border-windsor", "border-system"));

    WrongYesIT() throws Exception {}

    @BeforeEach
    void begin() {
        assumeThat(border.isOurs())
                .as("a broker or a database that is not ours is not killed")
                .isTrue();
        border.start();
        enrolment.begin(traders.subList(0, CARDS));
        readers.begin();
        during("the beginning", 0, NOTHING, NOTHING);
    }

    @AfterEach
    void end() {
        readers.close();
        enrolment.close();
        border.close();
        issuer.close();
    }

    @Test
    void nobodyWhoLostABenefitIsAnsweredWithYes() {
        do {
            schedule();
        } while (tally.answers() < READS);

        System.out.printf(
                "[ttp] %d answers: %d yes, %d no, %d indeterminate, %d questions where a yes was forbidden; %d wrong%n",
                tally.answers(),
                tally.all("yes"),
                tally.all("no"),
                tally.all("unsure"),
                tally.all(AnswerCounts.TRAPS),
                tally.wrong().size());
        assertThat(tally.unanswered()).as("questions to a replica that was up").isEmpty();
        assertThat(tally.all(AnswerCounts.TRAPS)).isGreaterThan(READS / 10);
    }

    private void schedule() {
        during("all is well", SHORT, NOTHING, NOTHING);
        during("events late, doubled, out of order, lost", SHORT, enrolment::becomeCareless, enrolment::becomeUsual);
        during("statuses unknown or unreadable", SHORT, enrolment::garbleLosses, enrolment::becomeUsual);
        during("broker killed", SHORT, () -> border.kill("rabbitmq"), () -> border.bringBack("rabbitmq"));
        during("broker hung", SHORT, () -> border.hang("rabbitmq"), () -> border.wake("rabbitmq"));
        during("database killed", SHORT, () -> border.kill("mongodb"), () -> border.bringBack("mongodb"));
        during("database hung", SHORT, () -> border.hang("mongodb"), () -> border.wake("mongodb"));
        during("enrolment killed", SHORT, enrolment::dieToOthers, enrolment::comeBack);
        during("enrolment's feed hung, the broker losing events", 2 * SHORT, enrolment::hang, enrolment::comeBack);
        during("clock jumps an hour, then a day", SHORT, this::jump, NOTHING);
        during("clock jumps, and no other event arrives", SHORT, this::jumpAlone, enrolment::comeBack);
        during(
                "database and broker killed",
                AWAY,
                () -> border.kill("mongodb", "rabbitmq"),
                () -> border.bringBack("mongodb", "rabbitmq"));
        during("stored losses spoilt, a replica restarted", 0, this::spoil, () -> restart(SECOND));
        during("a replica killed while events are lost", 0, enrolment::becomeCareless, this::restartFirst);
    }

    /** Questions go on all the time; afterwards there is a yes again at every door, or nothing was shown. */
    private void during(String phase, int seconds, Runnable fault, Runnable mend) {
        tally.begin(phase);
        fault.run();
        await().pollDelay(Duration.ofSeconds(seconds)).atMost(BACK).until(() -> true);
        mend.run();
        var after = "after: " + phase;
        tally.begin(after);
        try {
            await().atMost(BACK).until(() -> tally.in(after, "yes") >= 100);
        } finally {
            System.out.println("[ttp] " + tally.report(phase) + ", " + tally.report(after));
            tally.unanswered().stream().limit(3).forEach(System.out::println);
            assertThat(tally.wrong()).as("wrong answers").isEmpty();
        }
    }

    private void jump() {
        enrolment.moveClock(Duration.ofHours(1));
        enrolment.moveClock(Duration.ofDays(1));
    }

    private void jumpAlone() {
        enrolment.sayOnlyWhatTimeItIs();
        enrolment.moveClock(Duration.ofHours(5));
    }

    private void spoil() {
        assertThat(new StateCorruptor(border.database(), BorderReplicas.DATABASE)
                        .spoilNewest(enrolment.someSuspended(10)))
                .isPositive();
    }

    private void restart(String replica) {
        border.kill(replica);
        border.bringBack(replica);
    }

    private void restartFirst() {
        restart(FIRST);
        enrolment.becomeUsual();
    }

    private static List<Trader> traders() {
        var numbers = new BusinessNumbers(91_000_000);
        return IntStream.range(0, TRADERS)
                .mapToObj(i -> Trader.numbered(i, numbers.fresh()))
                .toList();
    }
}
