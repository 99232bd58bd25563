package org.trustedtrader.border.memory;

/**
 * Plain traders as rows of five numbers: profile and company's version, from when, business number and membership's version,
 * membership's id. A trader with several memberships has how many there are in place of the version, and in place of the id
 * the first of a chain of rows, one for each: version and next row, and the id. One writer.
 */
final class TraderRows {

    /** Beyond any business number, which has nine digits. */
    private static final int SEVERAL = 1 << 30;

    private static final int NO_MORE = -1;

    private final Rows rows;

    TraderRows(Rows rows) {
        this.rows = rows;
    }

    /** @return the row in which it lies, not published yet */
    int add(TraderRow plain) {
        var memberships = plain.memberships;
        var several = memberships.count() > 1;
        var chain = several ? chain(memberships) : NO_MORE;
        var row = rows.next();
        var to = rows.chunk(row);
        var at = Rows.offset(row);
        to[at] = pair(plain.profile, plain.companyVersion);
        to[at + 1] = plain.from;
        if (several) {
            to[at + 2] = pair(plain.bn9 | SEVERAL, memberships.count());
            to[at + 3] = chain;
            to[at + 4] = 0;
        } else {
            var one = memberships.count() == 1;
            to[at + 2] = pair(plain.bn9, one ? memberships.version(0) : 0);
            to[at + 3] = one ? memberships.idHigh(0) : 0;
            to[at + 4] = one ? memberships.idLow(0) : 0;
        }
        return row;
    }

    private int chain(Memberships memberships) {
        var next = NO_MORE;
        for (int place = memberships.count() - 1; place >= 0; place--) {
            var row = rows.next();
            var to = rows.chunk(row);
            var at = Rows.offset(row);
            to[at] = pair(next, memberships.version(place));
            to[at + 1] = memberships.idHigh(place);
            to[at + 2] = memberships.idLow(place);
            next = row;
        }
        return next;
    }

    /** Copies a row; what comes of one that is being written anew meanwhile is of no use, and the reader finds that out. */
    void read(int row, TraderRow into) {
        var from = rows.chunk(row);
        var at = Rows.offset(row);
        into.profile = high(from[at]);
        into.companyVersion = low(from[at]);
        into.from = from[at + 1];
        into.bn9 = high(from[at + 2]) & ~SEVERAL;
        into.memberships.clear();
        var version = low(from[at + 2]);
        if ((high(from[at + 2]) & SEVERAL) != 0) {
            readChain((int) from[at + 3], version, into.memberships);
        } else if (version > 0) {
            into.memberships.add(version, from[at + 3], from[at + 4]);
        }
    }

    /** Reads its ends, which may lie in two lines of the processor's cache. @return of no meaning */
    int touch(int row) {
        var from = rows.chunk(row);
        var at = Rows.offset(row);
        return (int) (from[at] ^ from[at + Rows.LONGS - 1]);
    }

    private void readChain(int first, int count, Memberships into) {
        for (int row = first; into.count() < Math.min(count, Memberships.MOST) && rows.has(row); ) {
            var from = rows.chunk(row);
            var at = Rows.offset(row);
            into.add(low(from[at]), from[at + 1], from[at + 2]);
            row = high(from[at]);
        }
    }

    /** Lets a row that is published no more, and its chain, be used again later. */
    void release(int row) {
        var from = rows.chunk(row);
        var at = Rows.offset(row);
        if ((high(from[at + 2]) & SEVERAL) != 0) {
            for (int link = (int) from[at + 3]; link != NO_MORE; link = high(rows.chunk(link)[Rows.offset(link)])) {
                rows.release(link);
            }
        }
        rows.release(row);
    }

    long[] copy() {
        return rows.copy();
    }

    long bytes() {
        return rows.bytes();
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & 0xFFFF_FFFFL;
    }

    private static int high(long pair) {
        return (int) (pair >>> 32);
    }

    private static int low(long pair) {
        return (int) pair;
    }
}
