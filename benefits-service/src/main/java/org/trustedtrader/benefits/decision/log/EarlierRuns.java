package org.trustedtrader.benefits.decision.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Segments of earlier processes that did not come to ship or to remove them. */
final class EarlierRuns {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierRuns.class);

    private final List<Segment> segments;

    private EarlierRuns(List<Segment> segments) {
        this.segments = segments;
    }

    /** A file that makes no sense is left where it is, for somebody to look at. */
    static EarlierRuns in(Path folder) throws IOException {
        List<Segment> found = new CopyOnWriteArrayList<>();
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(f -> f.getFileName().toString().endsWith(".segment"))
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            try {
                var segment = Segment.left(file);
                if (segment == null) {
                    Files.delete(file);
                } else {
                    found.add(segment);
                }
            } catch (IOException e) {
                LOG.error("alarm=journal-file-unreadable file={} reason={}", file, e.toString());
            }
        }
        found.sort(Comparator.comparing(Segment::run).thenComparing(Segment::number));
        if (!found.isEmpty()) {
            LOG.info("event=journal-leftovers segments={}", found.size());
        }
        return new EarlierRuns(found);
    }

    @Nullable
    Segment first() {
        return segments.isEmpty() ? null : segments.getFirst();
    }

    long bytes() {
        return segments.stream().mapToLong(s -> s.end() - s.first()).sum();
    }

    boolean hasRun(long run) {
        return segments.stream().anyMatch(s -> s.run() == run);
    }

    byte @Nullable [] read(long run, long place) {
        for (var segment : segments) {
            if (segment.run() == run && place >= segment.first() && place < segment.end()) {
                try {
                    return segment.read(place);
                } catch (IllegalStateException e) {
                    return null; // shipped and removed meanwhile
                }
            }
        }
        return null;
    }

    void remove(Segment segment) throws IOException {
        segments.remove(segment);
        segment.delete();
    }

    void close() {
        segments.forEach(Segment::close);
    }
}
