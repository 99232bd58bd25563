package org.trustedtrader.benefits.recognition.export.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.benefits.recognition.export.DrawExport;
import org.trustedtrader.benefits.recognition.export.ExportList.Entry;
import org.trustedtrader.benefits.recognition.export.ExportRegister;
import org.trustedtrader.benefits.recognition.export.ExportedMember;
import org.trustedtrader.benefits.recognition.export.ExportedMembers;
import org.trustedtrader.benefits.recognition.export.UpdateExportList;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.MongoProperties;
import org.trustedtrader.platform.test.ServiceIT;

/** Our list in a database of its own, with records that may hold 20 KB: far less than the list takes. */
@ServiceIT
class MongoExportsIT {

    private static final Actor MANAGER = new Actor("user:manager", Set.of("programme-manager"), Optional.empty());
    private static final DataSize LARGEST = DataSize.ofKilobytes(20);

    /** More than one write takes. */
    private static final int MEMBERS = 1_100;

    private final MongoDatabase database;
    private final AggregateStoreFactory shared;
    private final MongoExportRows rows;
    private final List<ExportedMember> members = new ArrayList<>();

    MongoExportsIT(MongoClient client, MongoDatabase main, AggregateStoreFactory service) {
        this.database = client.getDatabase(main.getName() + "_exports");
        this.shared = new AggregateStoreFactory(
                service.service(),
                database,
                new MongoProperties.Records(2, LARGEST),
                service.json(),
                service.announcements(),
                service.seal(),
                service.traceparent(),
                service.regions());
        this.rows = new MongoExportRows(database);
    }

    @AfterEach
    void empty() {
        List.of("export_books", "export_rows", "exports")
                .forEach(name -> database.getCollection(name).deleteMany(new Document()));
    }

    @Test
    void aListOfAnyLengthLeavesTheRegisterSmall() {
        members.addAll(ExportedMembers.active(MEMBERS));
        assertThat(bytes(storedBefore(members))).isGreaterThan(LARGEST.toBytes());
        var drawing = drawing();
        assertThat(drawing.full(MANAGER).rows()).isEqualTo(members);
        var last = members.removeLast();
        var delta = drawing.since(1, MANAGER);
        assertThat(delta.sequence()).isEqualTo(2);
        assertThat(delta.rows())
                .extracting(ExportedMember::tin, ExportedMember::status)
                .containsExactly(tuple(last.tin(), MemberState.REVOKED));
        assertThat(drawing.full(MANAGER).rows()).isEqualTo(members);
        assertThat(bytes(stored())).isLessThan(LARGEST.toBytes() / 2);
        assertThat(database.getCollection("export_rows").countDocuments()).isEqualTo(MEMBERS);
    }

    @Test
    void aRegisterOfTheVersionBeforeIsReadAndItsEntriesMoveWithTheNextChange() throws IOException {
        var entries = Document.parse(
                Files.readString(Path.of("src/test/resources/golden/export-register-with-entries.json")));
        var drawing = drawing();
        store(entries);
        members.add(list(entries).getFirst().member());
        assertThat(drawing.since(0, MANAGER).sequence()).isEqualTo(7);
        assertThat(drawing.since(6, MANAGER).rows())
                .extracting(ExportedMember::tin)
                .containsExactly("CA987654324");
        assertThat(stored().get("state", Document.class)).isEqualTo(entries);
        members.add(ExportedMembers.member("CA000000001", MemberState.ACTIVE));
        var moved = drawing.since(0, MANAGER);
        assertThat(moved.sequence()).isEqualTo(8);
        assertThat(moved.rows())
                .extracting(ExportedMember::tin)
                .containsExactly("CA000000001", "CA123456782", "CA987654324");
        assertThat(drawing.since(7, MANAGER).rows())
                .extracting(ExportedMember::tin)
                .containsExactly("CA000000001");
        assertThat(stored().get("state", Document.class)).containsOnlyKeys("sequence", "rows");
        assertThat(database.getCollection("export_rows").countDocuments()).isEqualTo(3);
    }

    @Test
    void anAlteredRowIsFound() {
        var written = rows.write(1, list(storedBefore(ExportedMembers.active(3))));
        assertThat(rows.read(written)).isPresent();
        database.getCollection("export_rows")
                .updateOne(
                        new Document("_id", written.id() + "/CA000000002"),
                        new Document("$set", new Document("row.status", "REVOKED")));
        assertThat(rows.read(written)).isEmpty();
    }

    @Test
    void deletesTheOtherSetsUpToItsSequence() {
        var entries = list(storedBefore(ExportedMembers.active(2)));
        var before = rows.write(1, entries);
        var lost = rows.write(2, entries);
        var current = rows.write(2, entries);
        var next = rows.write(3, entries);
        rows.deleteOthers(2, current);
        assertThat(List.of(before, lost, current, next))
                .extracting(set -> rows.read(set).isPresent())
                .containsExactly(false, false, true, true);
    }

    private DrawExport drawing() {
        var registers = new MongoExportRegisters(shared);
        var list = new UpdateExportList(registers, rows, now -> List.copyOf(members), Clock.systemUTC());
        return new DrawExport(list, new MongoIssuedExports(shared), Clock.systemUTC());
    }

    /** The state of a register that holds these members itself. */
    private static Document storedBefore(List<ExportedMember> members) {
        var entries = members.stream().map(member -> new Entry(member, 1)).toList();
        return MongoExportRegisters.TYPE.state(ExportRegister.restore(
                new Aggregate.Stored(ExportRegister.ID, 2, Map.of()), new ExportRegister.Snapshot(1, null, entries)));
    }

    private static List<Entry> list(Document state) {
        return MongoExportRegisters.TYPE
                .restore(new Aggregate.Stored(ExportRegister.ID, 2, Map.of()), state)
                .snapshot()
                .entries();
    }

    /** As the version before stored its register. */
    private void store(Document state) {
        drawing().full(MANAGER);
        database.getCollection("export_books")
                .updateOne(new Document("_id", ExportRegister.ID), new Document("$set", new Document("state", state)));
    }

    private Document stored() {
        return database.getCollection("export_books")
                .find(new Document("_id", ExportRegister.ID))
                .first();
    }

    private static long bytes(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }
}
