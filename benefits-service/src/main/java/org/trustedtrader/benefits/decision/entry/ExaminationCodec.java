package org.trustedtrader.benefits.decision.entry;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.examination.Examination;
import org.trustedtrader.border.examination.RandomSelection;
import org.trustedtrader.border.policy.Tier;

/** The selection for examination; its last byte is whether, which follows from the entry's id and is filled in by that. */
final class ExaminationCodec {

    private static final int NONE = 0;
    private static final int DRAWN = 1;

    private ExaminationCodec() {}

    static void write(EntryOutput out, @Nullable RandomSelection draw) {
        if (draw == null) {
            out.octet(NONE);
            return;
        }
        var tier = draw.tier();
        out.octet(DRAWN);
        out.text(draw.keyId());
        out.octet(tier == null ? 0 : tier.ordinal() + 1);
        out.fixed(Double.doubleToLongBits(draw.rate()));
        out.octet(0);
    }

    static void select(EntryOutput out) {
        out.bytes()[out.length() - 1] = 1;
    }

    static @Nullable Examination read(EntryInput in) {
        if (in.octet() == NONE) {
            return null;
        }
        var keyId = in.text();
        int tier = in.octet();
        double rate = Double.longBitsToDouble(in.fixed());
        return new Examination(in.octet() == 1, rate, tier == 0 ? null : Tier.values()[tier - 1], keyId);
    }
}
