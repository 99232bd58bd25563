package org.trustedtrader.benefits.decision.entry;

import java.util.Optional;
import org.trustedtrader.benefits.decision.DecisionId;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.PendingDecision;
import org.trustedtrader.benefits.decision.log.AppendLog;
import org.trustedtrader.benefits.decision.log.LogFullException;
import org.trustedtrader.benefits.decision.log.Reservation;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The journal in a log on this machine that is shipped to the database. */
public final class FileJournal implements Journal {

    private static final int USUAL_BYTES = 512;

    private final AppendLog log;

    public FileJournal(AppendLog log) {
        this.log = log;
    }

    @Override
    public JournalEntry append(PendingDecision decision) {
        var out = new EntryOutput(USUAL_BYTES);
        EntryCodec.write(out, decision);
        var claim = claim(out.length());
        JournalEntry entry;
        try {
            entry = decision.as(id(claim).toString());
        } catch (RuntimeException e) {
            claim.abandon();
            throw e;
        }
        if (entry.examination() != null && entry.examination().selected()) {
            ExaminationCodec.select(out);
        }
        claim.commit(out.bytes(), 0);
        return entry;
    }

    @Override
    public DecisionId append(byte[] entry, int length) {
        var claim = claim(length);
        claim.commit(entry, 0);
        return id(claim);
    }

    @Override
    public Optional<JournalEntry> find(String text) {
        return DecisionId.parse(text)
                .flatMap(id -> Optional.ofNullable(log.find(id.run(), id.place())))
                .map(bytes -> EntryCodec.read(text, bytes));
    }

    private Reservation claim(int length) {
        if (length > log.largestRecord()) {
            throw new Refusal.InvalidInput("items", Message.of("border.record-too-long"));
        }
        try {
            return log.claim(length);
        } catch (LogFullException e) {
            throw new Refusal.Unavailable(Message.of("border.journal-full", String.valueOf(e.getMessage())));
        }
    }

    private static DecisionId id(Reservation claim) {
        return new DecisionId(claim.run(), claim.place());
    }
}
