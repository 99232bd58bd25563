package org.trustedtrader.benefits.status.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.status.RevisionStore;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.UnreadableFact;
import org.trustedtrader.platform.test.ServiceIT;

/** Files of states in a real store: whatever several replicas add at the same time is there afterwards. */
@ServiceIT
class MongoRevisionStoreIT {

    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private final RevisionStore states;

    private final MongoDatabase database;

    MongoRevisionStoreIT(RevisionStore states, MongoDatabase database) {
        this.states = states;
        this.database = database;
    }

    @Test
    void filesThatAreNewAndFilesThatAreNotAreAddedToTogether() {
        assertThat(states.append(Map.of("company/000000001", List.of(company("000000001", 1)))))
                .containsExactlyEntriesOf(Map.of("company/000000001", List.of(company("000000001", 1))));
        var all = states.append(Map.of(
                "company/000000001", List.of(company("000000001", 1), company("000000001", 2), company("000000001", 3)),
                "company/000000002", List.of(company("000000002", 1), company("000000002", 2))));
        assertThat(all.get("company/000000001"))
                .containsExactlyInAnyOrder(company("000000001", 1), company("000000001", 2), company("000000001", 3));
        assertThat(all.get("company/000000002"))
                .containsExactlyInAnyOrder(company("000000002", 1), company("000000002", 2));
        assertThat(states.read("company/000000001")).containsExactlyInAnyOrderElementsOf(all.get("company/000000001"));
        assertThat(states.read("company/000000002")).containsExactlyInAnyOrderElementsOf(all.get("company/000000002"));
    }

    @Test
    void whatManyAddToTheSameFilesAtOnceIsAllThereAndOnce() throws Exception {
        var files = IntStream.range(0, 20).mapToObj("company/3%08d"::formatted).toList();
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var adding : IntStream.range(0, 4)
                    .mapToObj(replica -> replicas.submit(() -> {
                        for (int version = 1; version <= 6; version++) {
                            addToAll(files, version % 2 == 0 ? version : 10 * replica + version);
                        }
                    }))
                    .toList()) {
                adding.get();
            }
        }
        Set<Long> expected = new HashSet<>();
        for (long replica = 0; replica < 4; replica++) {
            expected.addAll(Set.of(2L, 4L, 6L, 10 * replica + 1, 10 * replica + 3, 10 * replica + 5));
        }
        for (var file : files) {
            assertThat(states.read(file)).extracting(Revision::version).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private void addToAll(List<String> files, long version) {
        Map<String, List<Revision>> added = new HashMap<>();
        files.forEach(file -> added.put(file, List.of(company(file.substring(Revision.COMPANY.length()), version))));
        var all = states.append(added);
        files.forEach(file -> assertThat(all.get(file)).contains(added.get(file).getFirst()));
    }

    @Test
    void aMembershipWithoutItsCompanyLiesApartAndIsHandedOutWithAllOthers() {
        var orphan = new Revision(
                Revision.MEMBERSHIP + "5", 3, MONDAY, MONDAY, new UnreadableFact("enrolment.membership.renamed.v9"));
        var all = states.append(
                Map.of("membership/5", List.of(orphan), "company/000000005", List.of(company("000000005", 1))));
        assertThat(all).containsOnlyKeys("membership/5", "company/000000005");
        assertThat(states.orphans()).containsExactly("membership/5");
        assertThat(states.read("membership/5")).containsExactly(orphan);
        Map<String, List<Revision>> handedOut = new HashMap<>();
        states.forEach(handedOut::put);
        assertThat(handedOut).containsAllEntriesOf(all).doesNotContainKey("name");
    }

    /** Such files were stored of malformed events by an earlier version. */
    @Test
    void aStartSkipsAFileOfNoAggregate() {
        for (var name : List.of("company/../x", "company/", "membership/a b", "something")) {
            database.getCollection("known_files").insertOne(new Document("_id", name).append("states", List.of()));
        }
        states.append(Map.of("company/000000007", List.of(company("000000007", 1))));
        Map<String, List<Revision>> handedOut = new HashMap<>();
        states.forEach((file, revisions) -> {
            if (file.equals("company/000000007")) {
                handedOut.put(file, revisions);
                throw new IllegalStateException("a file that cannot be loaded");
            }
            handedOut.put(file, revisions);
        });
        assertThat(handedOut).containsKey("company/000000007").doesNotContainKeys("company/../x", "something");
        assertThat(states.read("company/000000007")).hasSize(1);
    }

    private static Revision company(String number, long version) {
        var fact = new CompanyFact(number, Set.of("IMPORTER"), Set.of(), Set.of());
        return new Revision(Revision.COMPANY + number, version, MONDAY, MONDAY, fact);
    }
}
