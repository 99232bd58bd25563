package org.trustedtrader.benefits.recognition.web;

import java.time.Instant;
import java.util.List;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.RowCounts;
import org.trustedtrader.benefits.recognition.RowError;
import org.trustedtrader.border.policy.LocalizedText;

/**
 * What became of a list.
 *
 * @param outcome       COMPLETED, HELD or FULL_LIST_NEEDED
 * @param checksum      SHA-256 of the body as it arrived, hexadecimal
 * @param errorsOmitted how many more there are in the quarantine
 */
record AcknowledgementView(
        String listId,
        String partner,
        String kind,
        long sequence,
        Instant drawnAt,
        String checksum,
        String outcome,
        LocalizedText text,
        RowCounts counts,
        List<RowErrorView> errors,
        int errorsOmitted) {

    /** @param quarantined false for a row that was taken in with a doubt */
    record RowErrorView(int row, String tin, String field, String code, boolean quarantined, String en, String fr) {

        static RowErrorView of(RowError error) {
            var words = error.code().words();
            return new RowErrorView(
                    error.row(),
                    error.tin(),
                    error.field(),
                    error.code().name(),
                    error.code().quarantines(),
                    words.en(),
                    words.fr());
        }
    }

    static AcknowledgementView of(PartnerList list) {
        var header = list.header();
        var result = list.result();
        return new AcknowledgementView(
                list.id(),
                list.partner(),
                header.kind().name(),
                header.sequence(),
                header.drawnAt(),
                header.checksum(),
                result.outcome().name(),
                result.outcome().words(),
                result.tally(),
                result.errors().stream().map(RowErrorView::of).toList(),
                result.omitted());
    }
}
