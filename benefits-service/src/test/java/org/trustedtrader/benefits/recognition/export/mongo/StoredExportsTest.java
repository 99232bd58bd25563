package org.trustedtrader.benefits.recognition.export.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.recognition.MemberDetails;
import org.trustedtrader.benefits.recognition.export.ExportRegister;
import org.trustedtrader.benefits.recognition.export.ExportedMember;
import org.trustedtrader.benefits.recognition.export.IssuedExport;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

/** The golden documents were written by the version before record codecs. */
class StoredExportsTest {

    @Test
    void theRegisterIsStoredAsInGit() {
        var details = new MemberDetails(
                "Maple Axle",
                "1 Elm St, Windsor",
                "CA",
                "PIP",
                Set.of("IMPORTER", "HIGHWAY_CARRIER"),
                LocalDate.parse("2026-11-24"),
                LocalDate.parse("2020-03-01"),
                null);
        var register = ExportRegister.restore(
                new Aggregate.Stored("ours", 3, Map.of()),
                new ExportRegister.Snapshot(
                        7,
                        List.of(
                                new ExportRegister.Entry(
                                        new ExportedMember("CA123456782", MemberState.ACTIVE, details), 6),
                                new ExportRegister.Entry(
                                        new ExportedMember("CA987654324", MemberState.REVOKED, details), 7))));
        GoldenDocuments.matches(MongoExportRegisters.TYPE, register, "golden/export-register.json");
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
