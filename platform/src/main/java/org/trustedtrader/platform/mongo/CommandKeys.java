package org.trustedtrader.platform.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.history.Sha256;
import org.trustedtrader.platform.refusal.Refusal;

/** The idempotency keys of an aggregate's recent commands, stored with their effect in the same write. */
final class CommandKeys {

    /** Older keys are forgotten; by then the expected version refuses a repeated command anyway. */
    private static final int KEPT = 50;

    private CommandKeys() {}

    /**
     * Whether this command has had its effect already.
     *
     * @throws Refusal.KeyReused if its key was used for another request
     */
    static boolean answered(Document document, Command command) {
        if (command.key().isEmpty()) {
            return false;
        }
        var key = scoped(command);
        for (var known : document.getList("commands", Document.class, List.of())) {
            if (known.getString("key").equals(key)) {
                if (known.getString("fingerprint").equals(command.fingerprint())) {
                    return true;
                }
                throw new Refusal.KeyReused();
            }
        }
        return false;
    }

    static List<Document> with(Document before, Command command, long version) {
        var known = before.getList("commands", Document.class, List.of());
        if (command.key().isEmpty()) {
            return known;
        }
        var all = new ArrayList<>(known);
        all.add(new Document("key", scoped(command))
                .append("fingerprint", command.fingerprint())
                .append("version", version));
        return all.subList(Math.max(0, all.size() - KEPT), all.size());
    }

    /** Keys belong to their caller: two callers may choose the same. */
    private static String scoped(Command command) {
        return Sha256.hex(command.actor().id() + '\n' + command.key().orElseThrow());
    }
}
