package org.trustedtrader.benefits.decision.log;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.snapshot.DirectorySync;

/**
 * One file of a run, mapped into memory. What is copied here is in the kernel's keeping and survives the death of the
 * process. A place is counted in bytes from the beginning of the run's first segment.
 */
final class Segment {

    /** Magic, run, number, size; the rest is free. */
    static final int HEADER = 64;

    private static final long MAGIC = 0x5454_504A_524E_4C31L;
    private static final int RUN = 8;
    private static final int NUMBER = 16;
    private static final int SIZE = 24;

    private final Path file;
    private final Arena arena;
    private final MemorySegment memory;
    private final long run;
    private final long number;
    private final long base;
    private final int end;
    private boolean closed;

    /** @param end where the records end, as an offset */
    private Segment(Path file, Arena arena, MemorySegment memory, int end) {
        this.file = file;
        this.arena = arena;
        this.memory = memory;
        this.run = Frame.getLong(memory, RUN);
        this.number = Frame.getLong(memory, NUMBER);
        this.base = number * Frame.getLong(memory, SIZE);
        this.end = end;
    }

    /** All of it is allocated on the disk, so that writing to its memory cannot fail for want of room. */
    static Segment create(Path folder, long run, long number, int bytes) throws IOException {
        var file = file(folder, run, number);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var zeros = ByteBuffer.allocateDirect(Math.min(bytes, 1 << 20));
            for (int written = 0; written < bytes; ) {
                zeros.clear().limit(Math.min(zeros.capacity(), bytes - written));
                written += channel.write(zeros);
            }
            DirectorySync.force(folder);
            var arena = Arena.ofShared();
            var memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
            return begun(file, arena, memory, run, number);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Path file(Path folder, long run, long number) {
        return folder.resolve("%016x-%08x.segment".formatted(run, number));
    }

    private static Segment begun(Path file, Arena arena, MemorySegment memory, long run, long number) {
        Frame.setLong(memory, RUN, run);
        Frame.setLong(memory, NUMBER, number);
        Frame.setLong(memory, SIZE, memory.byteSize());
        Frame.setLong(memory, 0, MAGIC);
        return new Segment(file, arena, memory, (int) memory.byteSize());
    }

    /** Empties it. A reader that still reads here finds no record, since none is proved by what is there now. */
    void wipe() {
        Frame.setLong(memory, 0, 0);
        memory.fill((byte) 0);
    }

    /** The same memory as another segment of the run; it must have been wiped. This one is not used any more. */
    Segment again(Path folder, long newNumber) throws IOException {
        var renamed = Files.move(file, file(folder, run, newNumber), StandardCopyOption.ATOMIC_MOVE);
        try {
            DirectorySync.force(folder);
        } catch (IOException e) {
            Files.deleteIfExists(renamed);
            close();
            throw e;
        }
        return begun(renamed, arena, memory, run, newNumber);
    }

    /** One that an earlier process left; null if that process did not come to begin it. */
    static @Nullable Segment left(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < HEADER || channel.size() > Integer.MAX_VALUE) {
                return null;
            }
            var arena = Arena.ofShared();
            var memory = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (Frame.getLong(memory, 0) == 0) {
                arena.close();
                return null;
            }
            if (Frame.getLong(memory, 0) != MAGIC || Frame.getLong(memory, SIZE) < channel.size()) {
                arena.close();
                throw new IOException(file + " is no file of this log");
            }
            return left(file, arena, memory);
        }
    }

    private static Segment left(Path file, Arena arena, MemorySegment memory) {
        long run = Frame.getLong(memory, RUN);
        long base = Frame.getLong(memory, NUMBER) * Frame.getLong(memory, SIZE);
        var end = new int[] {HEADER};
        int whole = (int) (memory.byteSize() / Frame.ALIGNMENT * Frame.ALIGNMENT);
        Frame.visit(
                memory,
                HEADER,
                whole,
                run,
                base,
                (place, bytes) -> end[0] = (int) (place - base) + Frame.size(bytes.length));
        return new Segment(file, arena, memory, end[0]);
    }

    long run() {
        return run;
    }

    long number() {
        return number;
    }

    /** The first place that a record may have. */
    long first() {
        return base + HEADER;
    }

    /** The place where the segment's records end. */
    long end() {
        return base + end;
    }

    void write(long place, byte[] bytes, int from, int length) {
        Frame.write(memory, offset(place), run, place, bytes, from, length);
    }

    void leave(long place, int size) {
        Frame.leave(memory, offset(place), run, place, size);
    }

    byte @Nullable [] read(long place) {
        return place < first() || place >= end() ? null : Frame.read(memory, offset(place), run, place);
    }

    /** Up to where everybody has finished writing. */
    long published(long from) {
        long place = from;
        while (place < end() && Frame.isPublished(memory, offset(place))) {
            place += Frame.stride(memory, offset(place));
        }
        return place;
    }

    /** Where a block ends that begins there and has about so many bytes. */
    long blockEnd(long from, long to, int bytes) {
        long place = from;
        while (place < to) {
            long next = place + Frame.step(memory, offset(place), run, place);
            if (place > from && next - from > bytes) {
                return place;
            }
            place = next;
        }
        return to;
    }

    Block block(long from, long to) {
        var bytes = new byte[(int) (to - from)];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, offset(from), bytes, 0, bytes.length);
        return new Block(run, from, bytes);
    }

    synchronized void force() {
        if (!closed) {
            memory.force();
        }
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            arena.close();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        close();
    }

    private int offset(long place) {
        return (int) (place - base);
    }
}
