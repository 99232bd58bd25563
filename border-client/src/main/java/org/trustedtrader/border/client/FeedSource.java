package org.trustedtrader.border.client;

import java.io.IOException;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.UntrustedFeedException;

/** Where lines come from. Both return when the other side ends the stream. */
interface FeedSource {

    void snapshot(LineReader.Taker taker) throws IOException, UntrustedFeedException, InterruptedException;

    void changes(Copy.Place after, LineReader.Taker taker)
            throws IOException, UntrustedFeedException, PositionExpiredException, InterruptedException;
}
