package org.trustedtrader.border.memory;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

/** Ids of memberships are UUIDs, and a membership's number is made of the first eight digits of its id. */
final class MembershipId {

    private static final int UUID_LENGTH = 36;
    private static final int NUMBER_DIGITS = 8;

    private MembershipId() {}

    /** Null if the subject is no membership with a UUID in its usual form. */
    static @Nullable UUID of(String subject) {
        if (!subject.startsWith(Revision.MEMBERSHIP)
                || subject.length() != Revision.MEMBERSHIP.length() + UUID_LENGTH) {
            return null;
        }
        var text = subject.substring(Revision.MEMBERSHIP.length());
        try {
            var id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The number that a membership of that subject has; null if the subject is no such membership. */
    static @Nullable Identifier number(String subject) {
        var from = Revision.MEMBERSHIP.length();
        return of(subject) == null ? null : numbered(subject.substring(from, from + NUMBER_DIGITS));
    }

    private static @Nullable Identifier numbered(String digits) {
        Optional<Identifier> number = Identifier.parse(Scheme.MEMBERSHIP, "PIP-" + digits.toUpperCase(Locale.ROOT));
        return number.orElse(null);
    }
}
