package org.trustedtrader.border.client;

import java.io.IOException;
import org.trustedtrader.border.feed.LostPlace;
import org.trustedtrader.border.feed.Untrusted;

/** Where lines come from. Both return when the other side ends the stream. */
interface FeedSource {

    void snapshot(Lines.Taker taker) throws IOException, Untrusted, InterruptedException;

    void changes(Copy.Place after, Lines.Taker taker) throws IOException, Untrusted, LostPlace, InterruptedException;
}
