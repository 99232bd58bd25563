package org.trustedtrader.benefits.recognition;

/**
 * How many rows of a list had which effect.
 *
 * @param received    all rows
 * @param accepted    new, amended or given back
 * @param unchanged   said what was known
 * @param quarantined not taken in
 * @param suspended   members suspended by it
 * @param revoked     members revoked by it, those not named included
 * @param missing     members not named in a full list
 * @param flagged     taken in although the name differs
 */
public record RowCounts(
        int received,
        int accepted,
        int unchanged,
        int quarantined,
        int suspended,
        int revoked,
        int missing,
        int flagged) {}
