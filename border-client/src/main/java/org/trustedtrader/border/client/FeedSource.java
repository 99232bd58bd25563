package org.trustedtrader.border.client;

import java.io.IOException;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.UntrustedFeedException;

/** Where lines come from. Both return when the other side ends the stream. */
interface FeedSource {

    void snapshot(LineReader.LineConsumer consumer) throws IOException, UntrustedFeedException, InterruptedException;

    void changes(Copy.Place after, LineReader.LineConsumer consumer)
            throws IOException, UntrustedFeedException, PositionExpiredException, InterruptedException;
}
