package org.trustedtrader.benefits.lane.web;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.token.TokenCache;

/**
 * Who a connection's last request was of, so that the next one with the same token costs a comparison, which takes as long
 * wherever the tokens differ. It is known no longer than {@link TokenCache} knows it. For the connection's event loop
 * only.
 */
final class LastCaller {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private byte[] token = {};
    private @Nullable Admitted caller;
    private long untilMillis;

    void is(String itsToken, Admitted itself, long until) {
        if (itself != caller || until != untilMillis) {
            token = itsToken.getBytes(StandardCharsets.ISO_8859_1);
            caller = itself;
            untilMillis = until;
        }
    }

    /** Null if those bytes are not its token, or it is to be checked again. @param from, to where the token would be */
    @Nullable
    Admitted of(byte[] bytes, int from, int to, long nowMillis) {
        if (to - from != token.length || nowMillis >= untilMillis) {
            return null;
        }
        return isToken(bytes, from) ? caller : null;
    }

    /** Eight bytes at a time, and all of them wherever one differs. */
    private boolean isToken(byte[] bytes, int from) {
        long different = 0;
        int i = 0;
        for (; i <= token.length - Long.BYTES; i += Long.BYTES) {
            different |= (long) LONGS.get(bytes, from + i) ^ (long) LONGS.get(token, i);
        }
        for (; i < token.length; i++) {
            different |= bytes[from + i] ^ token[i];
        }
        return different == 0;
    }

    int tokenLength() {
        return token.length;
    }
}
