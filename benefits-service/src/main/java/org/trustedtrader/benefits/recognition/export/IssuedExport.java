package org.trustedtrader.benefits.recognition.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;

/** A list of ours as it was given out, byte for byte, and what partners acknowledged of it. */
public final class IssuedExport extends Aggregate {

    private static final int MOST_ACKNOWLEDGEMENTS = 50;

    /**
     * @param kind     FULL or DELTA
     * @param since    of a DELTA, the sequence after which it begins; 0 for a FULL one
     * @param format   media type
     * @param checksum SHA-256 of the bytes, hexadecimal
     */
    public record Terms(String kind, long since, long sequence, String format, String checksum, int rows) {

        String id() {
            var named = kind + '\n' + since + '\n' + sequence + '\n' + format + '\n' + checksum;
            return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** What a partner found wrong with one row. */
    public record Complaint(int row, String field, String code) {}

    /** @param checksum as the partner computed it */
    public record Acknowledgement(
            String partner, String checksum, boolean matches, List<Complaint> errors, Instant at) {

        public Acknowledgement {
            errors = List.copyOf(errors);
        }
    }

    /** The whole export, as it is stored. */
    public record Snapshot(Terms terms, List<Acknowledgement> acknowledgements) {}

    private final Terms terms;
    private final List<Acknowledgement> acknowledgements;

    private IssuedExport(Terms terms) {
        super(terms.id());
        this.terms = terms;
        this.acknowledgements = new ArrayList<>();
    }

    private IssuedExport(Stored stored, Snapshot snapshot) {
        super(stored);
        this.terms = snapshot.terms();
        this.acknowledgements = new ArrayList<>(snapshot.acknowledgements());
    }

    public static IssuedExport restore(Stored stored, Snapshot snapshot) {
        return new IssuedExport(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(terms, acknowledgements());
    }

    static IssuedExport issue(Terms terms, Actor actor, Instant at) {
        var export = new IssuedExport(terms);
        export.record(Change.birth("ISSUED", "issued", actor, at));
        return export;
    }

    void acknowledge(String partner, String checksum, List<Complaint> errors, Actor actor, Instant at) {
        var matches = checksum.equals(terms.checksum());
        record(Change.within("ISSUED", matches ? "acknowledged" : "disputed", actor, at)
                .because(partner));
        acknowledgements.add(new Acknowledgement(partner, checksum, matches, errors, at));
        if (acknowledgements.size() > MOST_ACKNOWLEDGEMENTS) {
            acknowledgements.removeFirst();
        }
    }

    public Terms terms() {
        return terms;
    }

    public List<Acknowledgement> acknowledgements() {
        return List.copyOf(acknowledgements);
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }
}
