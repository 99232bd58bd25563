package org.trustedtrader.benefits.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.MemberWriter.Drawn;
import org.trustedtrader.border.recognition.MemberState;

/**
 * Takes the rows of one list in, some at a time: first what takes away, then all else. Every step can be done again, so a
 * list that was cut short is completed by sending it again.
 */
final class RowImport {

    private static final int AT_ONCE = 500;

    private final ListContents survey;
    private final Drawn drawn;
    private final MemberWriter writer;
    private final CompanyNames companies;
    private final ParallelWriter writers;
    private final ImportStatistics applied = new ImportStatistics();

    RowImport(ListContents survey, Drawn drawn, MemberWriter writer, CompanyNames companies, ParallelWriter writers) {
        this.survey = survey;
        this.drawn = drawn;
        this.writer = writer;
        this.companies = companies;
        this.writers = writers;
    }

    ImportStatistics applied() {
        return applied;
    }

    /** What cannot be understood of a known member may be a loss, so it is taken for one. */
    void takeLosses() {
        inChunks(survey.doubtful(), this::quarantine);
        takeRows(MemberRow::isLoss, this::take, applied::wrong);
    }

    void takeTheRest() {
        takeRows(row -> !row.isLoss(), this::take, _ -> {});
    }

    void miss(Collection<String> tins) {
        inChunks(
                tins,
                chunk -> writers.run(chunk, tin -> {
                    writer.miss(tin, drawn);
                    applied.missed();
                }));
    }

    private void takeRows(Predicate<MemberRow> which, Consumer<List<MemberRow>> taking, Consumer<RowError> errors) {
        List<MemberRow> chunk = new ArrayList<>(AT_ONCE);
        survey.read(
                row -> {
                    if (which.test(row)) {
                        chunk.add(row);
                        if (chunk.size() == AT_ONCE) {
                            taking.accept(chunk);
                            chunk.clear();
                        }
                    }
                },
                errors);
        if (!chunk.isEmpty()) {
            taking.accept(chunk);
        }
    }

    private void take(List<MemberRow> rows) {
        var tins = rows.stream().map(MemberRow::tin).toList();
        var known = byTin(writer.named(tins));
        var names = companies.of(tins);
        writers.run(rows, row -> {
            var member = known.get(row.tin());
            var differs = nameDiffers(row, member, names.get(row.tin()));
            if (differs) {
                applied.wrong(row.error(Column.NAME, RowCode.NAME_DIFFERS));
            }
            var flagged = differs || (member != null && member.status().nameDiffers());
            var outcome = writer.take(row, member, flagged, drawn);
            if (outcome.objection() != null) {
                applied.wrong(row.error(field(outcome.objection()), outcome.objection()));
            } else {
                applied.took(outcome.member(), drawn.source().listId());
            }
        });
    }

    /** Once flagged by this list, a row sent again is flagged again, although its name is the known one by now. */
    private boolean nameDiffers(MemberRow row, @Nullable PartnerMember known, @Nullable String ours) {
        if (ours != null && Names.differ(ours, row.details().name())) {
            return true;
        }
        return known != null
                && (Names.differ(known.details().name(), row.details().name())
                        || (known.status().nameDiffers()
                                && known.source().listId().equals(drawn.source().listId())));
    }

    private void quarantine(List<String> tins) {
        writers.run(writer.named(tins), member -> {
            if (member.status().state() == MemberState.ACTIVE
                    && member.source().partner().equals(drawn.source().partner())) {
                writer.quarantine(member.id(), drawn);
            }
        });
    }

    private static Column field(RowCode objection) {
        return switch (objection) {
            case TIN_OF_OTHER_PARTNER -> Column.TIN;
            case REVOKED_BEFORE -> Column.AUTHORISATION_DATE;
            default -> Column.STATUS_DATE;
        };
    }

    private static Map<String, PartnerMember> byTin(List<PartnerMember> members) {
        Map<String, PartnerMember> byTin = new HashMap<>();
        members.forEach(member -> byTin.put(member.id(), member));
        return byTin;
    }

    private static void inChunks(Collection<String> tins, Consumer<List<String>> work) {
        var all = List.copyOf(tins);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }
}
