package org.trustedtrader.benefits.recognition;

import java.time.Clock;
import java.time.ZoneOffset;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Suspends one member of a partner at once: in memory before it is stored, here before elsewhere. */
public final class SuspendPartnerMember {

    private final PartnerMembers members;
    private final RecognisedMembers memory;
    private final Clock clock;

    public SuspendPartnerMember(PartnerMembers members, RecognisedMembers memory, Clock clock) {
        this.members = members;
        this.memory = memory;
        this.clock = clock;
    }

    /** @throws Refusal.NotFound if this partner has no such member */
    public PartnerMember suspend(Partner partner, SuspensionNotice notice, Command command) {
        check(notice);
        members.find(notice.tin())
                .filter(member -> member.source().partner().equals(partner.code()))
                .orElseThrow(() -> new Refusal.NotFound("partner-member"));
        var member = members.change(notice.tin(), command, changing -> {
            changing.suspend(notice, command.actor(), clock.instant());
            memory.receive(changing.fact());
        });
        memory.put(member.fact());
        return member;
    }

    private void check(SuspensionNotice notice) {
        var tomorrow = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        if (notice.statusDate().isAfter(tomorrow)) {
            throw new Refusal.InvalidInput("statusDate", Message.of("benefits.field.in-future"));
        }
    }
}
