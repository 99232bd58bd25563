package org.trustedtrader.platform.aggregate;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a command: who gives it, the caller's idempotency key with a fingerprint of the whole request, and the
 * version of the aggregate that the caller has read. A repeated command with the same key and fingerprint is answered, not
 * run again; the same key with another fingerprint is refused.
 *
 * @param internalNote an officer's note for officers and auditors; it is kept with the history entry of the change, and no company,
 *                     event or log shows it; empty for none
 */
public record Command(
        Actor actor, Optional<String> key, String fingerprint, OptionalLong expectedVersion, String internalNote) {

    public Command(Actor actor, Optional<String> key, String fingerprint, OptionalLong expectedVersion) {
        this(actor, key, fingerprint, expectedVersion, "");
    }

    public Command {
        Objects.requireNonNull(actor);
        Objects.requireNonNull(key);
        Objects.requireNonNull(fingerprint);
        Objects.requireNonNull(expectedVersion);
        Objects.requireNonNull(internalNote);
    }

    /** @param note null and blank for none */
    public Command withInternalNote(@Nullable String note) {
        return new Command(actor, key, fingerprint, expectedVersion, note == null ? "" : note.strip());
    }

    /**
     * The id of what this command creates: the same for the same caller and key, so that a creation sent again meets the
     * aggregate that it made before; random for a command without a key.
     *
     * @param kind the kind of aggregate, so that one key may create one of each kind
     */
    public String newId(String kind) {
        return key.map(k ->
                        UUID.nameUUIDFromBytes((kind + '\n' + actor.id() + '\n' + k).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID)
                .toString();
    }

    /** A command without a key and without an expected version, such as one that follows from an event. */
    public static Command by(Actor actor) {
        return new Command(actor, Optional.empty(), "", OptionalLong.empty());
    }
}
