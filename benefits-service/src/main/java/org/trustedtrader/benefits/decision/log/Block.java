package org.trustedtrader.benefits.decision.log;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a run as it lay in the file: what is shipped at once. A record keeps its place, so it is found in the block
 * without searching.
 *
 * @param from place of the first byte
 */
public record Block(long run, long from, byte[] bytes) {

    /** The place after the last byte: where the next block may begin. */
    public long to() {
        return from + bytes.length;
    }

    /** The record at that place, or null if there is none. */
    public byte @Nullable [] record(long place) {
        if (place < from || place >= to()) {
            return null;
        }
        return Frame.read(MemorySegment.ofArray(bytes), (int) (place - from), run, place);
    }

    public void forEach(Consumer<byte[]> visitor) {
        Frame.visit(MemorySegment.ofArray(bytes), 0, bytes.length, run, from, (_, record) -> visitor.accept(record));
    }

    public int records() {
        var count = new int[1];
        forEach(_ -> count[0]++);
        return count[0];
    }
}
