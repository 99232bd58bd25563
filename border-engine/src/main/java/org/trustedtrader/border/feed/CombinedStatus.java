package org.trustedtrader.border.feed;

import org.trustedtrader.border.eligibility.Card;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.eligibility.Status;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.memory.StatusListener;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.border.recognition.RecognitionListener;
import org.trustedtrader.border.trader.Identifier;

/**
 * All whom a feed tells of and a copy knows.
 *
 * @param ours     our traders, drivers' cards and the rules
 * @param partners members of partners' programmes, asked about where no trader of ours ever held an identifier
 */
public record CombinedStatus(BorderMemory ours, RecognisedMembers partners) implements Status {

    @Override
    public Party party(Identifier identifier, long millis) {
        var party = ours.party(identifier, millis);
        return party == Party.UNKNOWN ? partners.party(identifier, millis) : party;
    }

    @Override
    public Card card(String number, long millis) {
        return ours.card(number, millis);
    }

    /** @param next receives every change from now on */
    public <L extends StatusListener & RecognitionListener> void listener(L next) {
        ours.listener(next);
        partners.listener(next);
    }

    /** Sends all that is known as changes; what changes meanwhile is sent as it was before or after. */
    <L extends StatusListener & RecognitionListener> void replay(L all) {
        ours.replay(all);
        partners.replay(all);
    }
}
