package org.trustedtrader.platform.inbox;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of this process among those of its service. Two that share one would contend for a queue, so unless somebody
 * vouches for its being unique it is drawn anew for each process; the host's name in front is for people who look at the
 * broker, and alone it would not do, because several processes may share a host.
 */
record ReplicaName(String name) {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._-]{1,80}");

    ReplicaName {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "TTP_REPLICA must be 1 to 80 letters, digits, dots, dashes and underscores, not '" + name + "'");
        }
    }

    /** @param given empty if nobody chose a name */
    static ReplicaName named(String given, String host) {
        if (!given.isEmpty()) {
            return new ReplicaName(given);
        }
        var drawn = UUID.randomUUID().toString().substring(0, 8);
        return new ReplicaName(ALLOWED.matcher(host + "-" + drawn).matches() ? host + "-" + drawn : "replica-" + drawn);
    }
}
