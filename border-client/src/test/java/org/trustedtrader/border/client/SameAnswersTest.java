package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.WEDNESDAY;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.crossing.CrossingRules;
import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.test.CrossingFixtures;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.TraderFixtures;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** In random worlds the copy answers every question word for word as the service does. */
class SameAnswersTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Policies POLICIES = TestPolicies.shipped();
    private static final List<String> LINES = List.of("HIGHWAY_CARRIER", "IMPORTER", "COURIER", "CUSTOMS_BROKER");
    private static final int WORLDS = 120;

    /** One that fits into a row of the memory and one that does not. */
    private static final String M1 = "3f2b8c10-0000-4000-8000-000000000001";

    private static final String NUMBER_OF_M1 = "PIP-3F2B8C10";
    private static final String M2 = "m2";

    private final TrustedKeys keys = new TrustedKeys(List.of(ServiceInMemory.KEY.publicKey()));
    private final Set<Reason> seen = EnumSet.noneOf(Reason.class);
    private final Moment moment = new Moment(WEDNESDAY, Duration.ZERO, LEASE);

    @Test
    void theCopyAnswersAsTheServiceDoes() throws Exception {
        for (long seed = 0; seed < WORLDS; seed++) {
            assertSameIn(seed);
        }
        assertThat(seen)
                .contains(
                        Reason.RECOGNISED_PARTNER_MEMBER,
                        Reason.PARTNER_MEMBER_SUSPENDED,
                        Reason.PARTNER_MEMBER_REVOKED,
                        Reason.PARTNER_LIST_STALE,
                        Reason.NOT_IN_ARRANGEMENT,
                        Reason.STATUS_NOT_UNDERSTOOD);
    }

    private void assertSameIn(long seed) throws Exception {
        var random = new Random(seed);
        var sizes = new FeedLimits(10_000, 1 + random.nextInt(5), Duration.ofHours(1));
        try (var service = new ServiceInMemory(() -> WEDNESDAY, sizes)) {
            var news = news(random);
            var cut = random.nextInt(news.size());
            news.subList(0, cut).forEach(one -> one.accept(service));
            service.feed().awaitLogged();
            var copy = new Copy(POLICIES, new Clocks(() -> WEDNESDAY, () -> 0));
            for (var line : service.snapshot()) {
                take(copy, line);
            }
            news.subList(cut, news.size()).forEach(one -> one.accept(service));
            service.feed().awaitLogged();
            var place = copy.place();
            for (var line :
                    service.feed().follow(place.epoch(), place.position()).next(Duration.ZERO)) {
                take(copy, new String(line, 0, line.length - 1, StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < 40; i++) {
                assertSame(service, copy, random, seed);
            }
        }
    }

    private void assertSame(ServiceInMemory service, Copy copy, Random random, long seed) {
        var at = RandomPartners.time(random);
        var question = new Question(
                at,
                null,
                List.of(
                        new Question.Item("CARRIER_CODE", "77YY"),
                        new Question.Item("BN15", TraderFixtures.IMPORTER_BN15),
                        new Question.Item("BN9", TraderFixtures.CARRIER),
                        new Question.Item("MEMBERSHIP", NUMBER_OF_M1),
                        new Question.Item("DRIVER_CARD", TraderFixtures.CARD),
                        new Question.Item("BN9", "555666773"),
                        new Question.Item("TIN", "US1"),
                        new Question.Item("TIN", "US2"),
                        new Question.Item("TIN", "XX1"),
                        new Question.Item("TIN", "US3")));
        var answer = copy.eligibility(question, LEASE);
        assertThat(answer)
                .as("world %d at %s", seed, at)
                .isEqualTo(new EligibilityRules(POLICIES).answer(question, new WithoutHistory(service), moment));
        answer.answers().forEach(item -> item.benefits().forEach(benefit -> seen.addAll(benefit.reasons())));
        var crossing = new CrossingFixtures().at(at).crossing();
        assertThat(copy.crossing(crossing, LEASE))
                .as("world %d at %s", seed, at)
                .isEqualTo(new CrossingRules(POLICIES).decide(crossing, new WithoutHistory(service), moment));
    }

    /** The service as it answers, save where it reads its store to tell of a time that memory does not reach. */
    private record WithoutHistory(ServiceInMemory service) implements Status {

        @Override
        public Party party(Identifier identifier, long millis) {
            var party = service.memory().party(identifier, millis);
            return party.isBeforeMemory() ? party : service.status().party(identifier, millis);
        }

        @Override
        public Card card(String number, long millis) {
            return service.status().card(number, millis);
        }
    }

    private void take(Copy copy, String line) throws Exception {
        var batch = BatchJson.read(line, keys);
        copy.take(batch);
        copy.age().received(batch.issue());
    }

    private static List<Consumer<ServiceInMemory>> news(Random random) {
        List<Consumer<ServiceInMemory>> news = new ArrayList<>();
        for (var revision : states(random)) {
            news.add(service -> tell(service, revision, random));
        }
        for (int i = random.nextInt(12); i > 0; i--) {
            var partners = RandomPartners.news(random);
            news.add(random.nextInt(news.size() + 1), service -> partners.accept(service.partners()));
        }
        return news;
    }

    /** The store fails now and then: then only what takes benefits away counts. */
    private static void tell(ServiceInMemory service, Revision revision, Random random) {
        service.store.fail(random.nextInt(4) == 0);
        try {
            service.applies(revision);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the store is away");
        }
    }

    /** Companies that share identifiers now and then, memberships with gaps and unreadable versions, one driver's card. */
    private static List<Revision> states(Random random) {
        List<Revision> states = new ArrayList<>();
        Map<String, Revision> written = new HashMap<>();
        for (int i = 0; i < 4 + random.nextInt(20); i++) {
            var revision = state(random);
            var name = revision.subject() + revision.version() + revision.readable();
            states.add(written.computeIfAbsent(name, _ -> revision));
        }
        return states;
    }

    private static Revision state(Random random) {
        var bn9 = random.nextBoolean() ? TraderFixtures.CARRIER : TraderFixtures.IMPORTER;
        long version = 1 + random.nextInt(5);
        var at = RandomPartners.time(random);
        return switch (random.nextInt(8)) {
            case 0, 1 -> TraderFixtures.company(bn9, version, at, lines(random), programmes(random), ids(bn9, random));
            case 2 -> TraderFixtures.card(version, at, random.nextBoolean());
            case 3 -> TraderFixtures.unreadable(subject(bn9, random), version, at);
            default -> {
                var tier = random.nextInt(5) == 0 ? null : Tier.values()[random.nextInt(3)];
                var status = MembershipStatus.values()[random.nextInt(MembershipStatus.values().length)];
                var id = bn9.equals(TraderFixtures.CARRIER) ? M1 : M2;
                var number = id.equals(M1) ? NUMBER_OF_M1 : TraderFixtures.number(id);
                var fact = new MembershipFact(id, bn9, number, status, tier, lines(random), null, "");
                yield TraderFixtures.revision(Revision.MEMBERSHIP + id, version, at, fact);
            }
        };
    }

    private static String subject(String bn9, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Revision.COMPANY + bn9;
            case 1 -> Revision.DRIVER_CARD + TraderFixtures.CARD;
            default -> Revision.MEMBERSHIP + (random.nextBoolean() ? M1 : M2);
        };
    }

    private static Identifier[] ids(String bn9, Random random) {
        if (random.nextInt(12) == 0) {
            return new Identifier[] {new Identifier(Scheme.TIN, Partner.TIN)};
        }
        var both = List.of(
                TraderFixtures.code(TraderFixtures.CARRIER_CODE), TraderFixtures.bn15(TraderFixtures.IMPORTER_BN15));
        return random.nextInt(5) == 0
                ? both.toArray(Identifier[]::new)
                : new Identifier[] {both.get(bn9.equals(TraderFixtures.CARRIER) ? 0 : 1)};
    }

    private static Set<String> lines(Random random) {
        return random.nextBoolean()
                ? Set.of("HIGHWAY_CARRIER", "IMPORTER")
                : Set.of(LINES.get(random.nextInt(LINES.size())));
    }

    private static Set<String> programmes(Random random) {
        return random.nextBoolean() ? Set.of("CSA") : Set.of();
    }
}
