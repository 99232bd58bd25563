package org.trustedtrader.benefits.examination.mongo;

import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.decision.log.Block;
import org.trustedtrader.benefits.decision.mongo.BlockSummary;
import org.trustedtrader.benefits.examination.Tally;
import org.trustedtrader.border.policy.Tier;

/** A block's tallies, with its first and last day so that the blocks of a time can be found. */
@Component
final class ExaminationSummary implements BlockSummary {

    static final String FIELD = "examinations";
    static final String FIRST_DAY = FIELD + ".firstDay";
    static final String LAST_DAY = FIELD + ".lastDay";

    @Override
    public String field() {
        return FIELD;
    }

    @Override
    public Bson index() {
        return Indexes.ascending(LAST_DAY);
    }

    @Override
    public @Nullable Document of(Block block) {
        var tallies = Tally.of(block);
        if (tallies.isEmpty()) {
            return null;
        }
        return new Document("firstDay", tallies.getFirst().day().toString())
                .append("lastDay", tallies.getLast().day().toString())
                .append(
                        "tallies",
                        tallies.stream().map(ExaminationSummary::write).toList());
    }

    static List<Tally> read(Document summary) {
        return summary.getList("tallies", Document.class).stream()
                .map(ExaminationSummary::readTally)
                .toList();
    }

    private static Document write(Tally tally) {
        var tier = tally.tier();
        return new Document("day", tally.day().toString())
                .append("tier", tier == null ? null : tier.name())
                .append("rate", tally.rate())
                .append("asked", tally.asked())
                .append("selected", tally.selected());
    }

    private static Tally readTally(Document document) {
        var tier = document.getString("tier");
        return new Tally(
                LocalDate.parse(document.getString("day")),
                tier == null ? null : Tier.valueOf(tier),
                document.getDouble("rate"),
                document.getLong("asked"),
                document.getLong("selected"));
    }
}
