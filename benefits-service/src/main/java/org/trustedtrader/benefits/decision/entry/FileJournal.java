package org.trustedtrader.benefits.decision.entry;

import java.util.Optional;
import java.util.function.Function;
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
        return written(out.length(), claim -> {
            var entry = decision.as(id(claim).toString());
            if (entry.examination() != null && entry.examination().selected()) {
                ExaminationCodec.select(out);
            }
            claim.commit(out.bytes(), 0);
            return entry;
        });
    }

    @Override
    public DecisionId append(byte[] entry, int length) {
        return written(length, claim -> {
            claim.commit(entry, 0);
            return id(claim);
        });
    }

    /** Whatever is thrown, an {@link Error} too, the claim ends: nothing after an open one is shipped. */
    private <T> T written(int length, Function<Reservation, T> write) {
        var claim = claim(length);
        try {
            return write.apply(claim);
        } catch (Throwable e) {
            claim.abandon();
            throw e;
        }
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
