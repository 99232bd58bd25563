package org.trustedtrader.benefits.decision.log;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How records lie in memory: a word, then the bytes, filled up to a multiple of eight. The word is written last, in one
 * piece, and is both length and proof: low half the length (negative for a gap that was left on purpose, whose length it is
 * with the word), high half a CRC-32C of the bytes mixed with the log's run and the record's place. A word of zero is a
 * place that nobody has finished writing; after a kill such holes are stepped over eight bytes at a time, and no record is
 * taken for one that was not written at that very place.
 */
final class Frame {

    static final int ALIGNMENT = 8;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle WORD = LONG.varHandle();

    private static final MemorySegment ZEROS =
            MemorySegment.ofArray(new long[4096]).asReadOnly();

    private Frame() {}

    interface Visitor {
        void record(long place, byte[] bytes);
    }

    /** What a record of that length takes. */
    static int size(int length) {
        return ALIGNMENT + (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    static void write(MemorySegment memory, int offset, long run, long place, byte[] bytes, int from, int length) {
        MemorySegment.copy(bytes, from, memory, ValueLayout.JAVA_BYTE, offset + ALIGNMENT, length);
        publish(memory, offset, word(run, place, length, crc(bytes, from, length)));
    }

    /** @param size with the word */
    static void leave(MemorySegment memory, int offset, long run, long place, int size) {
        publish(memory, offset, word(run, place, -size, 0));
    }

    /** Whether somebody has finished writing there. */
    static boolean isPublished(MemorySegment memory, int offset) {
        return wordAt(memory, offset) != 0;
    }

    /** What the frame there takes, believed without proof: only in a segment that this process wrote. */
    static int stride(MemorySegment memory, int offset) {
        int length = (int) wordAt(memory, offset);
        return length > 0 ? size(length) : -length;
    }

    /** The bytes of the record that lies there, or null if none does. */
    static byte @Nullable [] read(MemorySegment memory, int offset, long run, long place) {
        if (offset < 0 || offset % ALIGNMENT != 0 || offset + ALIGNMENT > memory.byteSize()) {
            return null;
        }
        long word = wordAt(memory, offset);
        int length = (int) word;
        if (length <= 0 || length > memory.byteSize() - offset - ALIGNMENT) {
            return null;
        }
        var bytes = new byte[length];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset + ALIGNMENT, bytes, 0, length);
        return word == word(run, place, length, crc(bytes, 0, length)) ? bytes : null;
    }

    /**
     * How far it is from there to where the next frame may begin: over a record or a gap, or eight bytes where neither is.
     */
    static int step(MemorySegment memory, int offset, long run, long place) {
        long word = wordAt(memory, offset);
        int length = (int) word;
        if (length > 0) {
            return read(memory, offset, run, place) == null ? ALIGNMENT : size(length);
        }
        boolean gap = length < 0
                && -length % ALIGNMENT == 0
                && -length <= memory.byteSize() - offset
                && word == word(run, place, length, 0);
        return gap ? -length : ALIGNMENT;
    }

    /** Visits every record from one offset to another. @param base the place of offset zero */
    static void visit(MemorySegment memory, int from, int to, long run, long base, Visitor visitor) {
        int offset = afterHoles(memory, from, to);
        while (offset < to) {
            var bytes = read(memory, offset, run, base + offset);
            if (bytes != null) {
                visitor.record(base + offset, bytes);
                offset += size(bytes.length);
            } else {
                offset += step(memory, offset, run, base + offset);
            }
            offset = afterHoles(memory, offset, to);
        }
    }

    /** The next offset where something was written, or {@code to}; most of a segment may be one hole. */
    private static int afterHoles(MemorySegment memory, int from, int to) {
        int offset = from;
        while (offset < to && wordAt(memory, offset) == 0) {
            long length = Math.min(ZEROS.byteSize(), to - offset);
            long zeros = memory.asSlice(offset, length).mismatch(ZEROS.asSlice(0, length));
            offset += (int) (zeros < 0 ? length : zeros / ALIGNMENT * ALIGNMENT);
        }
        return offset;
    }

    static long getLong(MemorySegment memory, int offset) {
        return memory.get(LONG, offset);
    }

    static void setLong(MemorySegment memory, int offset, long value) {
        memory.set(LONG, offset, value);
    }

    private static long wordAt(MemorySegment memory, int offset) {
        return memory.isNative() ? (long) WORD.getAcquire(memory, (long) offset) : unaligned(memory, offset);
    }

    private static long unaligned(MemorySegment heap, int offset) {
        return heap.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), offset);
    }

    private static void publish(MemorySegment memory, int offset, long word) {
        WORD.setRelease(memory, (long) offset, word);
    }

    private static int crc(byte[] bytes, int from, int length) {
        var crc = new CRC32C();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }

    private static long word(long run, long place, int length, int crc) {
        long mixed = (run ^ place) * 0x9E37_79B9_7F4A_7C15L + length;
        int check = crc ^ (int) (mixed >>> 32) ^ (int) mixed;
        return (long) check << 32 | length & 0xFFFF_FFFFL;
    }
}
