package org.trustedtrader.benefits.recognition.export.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.recognition.export.ExportList.Entry;
import org.trustedtrader.benefits.recognition.export.ExportRegister;
import org.trustedtrader.benefits.recognition.export.ExportRows.RowSet;
import org.trustedtrader.benefits.recognition.export.ExportedMembers;
import org.trustedtrader.benefits.recognition.export.IssuedExport;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

/** The golden documents were written by the version before record codecs. */
class StoredExportsTest {

    @Test
    void theRegisterIsStoredAsInGit() {
        var register = ExportRegister.restore(
                new Aggregate.Stored("ours", 3, Map.of()),
                new ExportRegister.Snapshot(7, new RowSet("set-1", 2, "cd".repeat(32)), null));
        GoldenDocuments.matches(MongoExportRegisters.TYPE, register, "golden/export-register.json");
    }

    @Test
    void aRowIsStoredAsInGit() {
        GoldenDocuments.matches(
                MongoExportRows.ROWS,
                new Entry(ExportedMembers.member("CA123456782", MemberState.ACTIVE), 6),
                "golden/export-row.json");
    }

    @Test
    void aRegisterThatHoldsItsEntriesIsRead() {
        var register = GoldenDocuments.isRead(
                MongoExportRegisters.TYPE,
                new Aggregate.Stored("ours", 3, Map.of()),
                "golden/export-register-with-entries.json");
        assertThat(register.size()).isEqualTo(2);
        assertThat(register.snapshot().entries())
                .first()
                .isEqualTo(new Entry(ExportedMembers.member("CA123456782", MemberState.ACTIVE), 6));
    }

    @Test
    void anExportIsStoredAsInGit() {
        var export = IssuedExport.restore(
                new Aggregate.Stored("x", 2, Map.of()),
                new IssuedExport.Snapshot(
                        new IssuedExport.Terms("DELTA", 5, 7, "text/csv", "cd".repeat(32), 12),
                        List.of(new IssuedExport.Acknowledgement(
                                "US-CTPAT",
                                "cd".repeat(32),
                                true,
                                List.of(new IssuedExport.Complaint(4, "name", "TOO_LONG")),
                                Instant.parse("2026-11-24T09:30:00.456Z")))));
        GoldenDocuments.matches(MongoIssuedExports.TYPE, export, "golden/issued-export.json");
    }
}
