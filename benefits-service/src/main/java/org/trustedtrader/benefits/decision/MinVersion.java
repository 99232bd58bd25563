package org.trustedtrader.benefits.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What a caller has seen already: it is never answered with less. Written as {@code 7}, of every membership or card of the one
 * who is asked about, or by subject, {@code membership/<id>:7,company/<BN9>:3}. The caller may have to wait.
 */
public final class MinVersion {

    public static final MinVersion NONE = new MinVersion(0, Map.of(), Duration.ZERO);

    private static final String FIELD = "minVersion";
    private static final int MOST_SUBJECTS = 20;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern SUBJECT = Pattern.compile(
            "((?:company|membership|driver-card|partner-member)/[A-Za-z0-9-]{1,64}):([1-9][0-9]{0,17})");
    private static final List<String> COUNTED = List.of("membership/", "driver-card/", "partner-member/");
    private static final long PAUSE = Duration.ofMillis(5).toNanos();

    private final long each;
    private final Map<String, Long> subjects;
    private final Duration minVersionTimeout;

    private MinVersion(long each, Map<String, Long> subjects, Duration minVersionTimeout) {
        this.each = each;
        this.subjects = subjects;
        this.minVersionTimeout = minVersionTimeout;
    }

    /** {@link #NONE} of no text. */
    public static MinVersion parse(@Nullable String text, MinVersionTimeout minVersionTimeout) {
        if (text == null) {
            return NONE;
        }
        return NUMBER.matcher(text).matches()
                ? new MinVersion(Long.parseLong(text), Map.of(), minVersionTimeout.bound())
                : new MinVersion(0, subjects(text), minVersionTimeout.bound());
    }

    /** Where several are asked about, a number alone does not say whose it is. */
    public static MinVersion parseBySubject(@Nullable String text, MinVersionTimeout minVersionTimeout) {
        var least = parse(text, minVersionTimeout);
        if (least.each > 0) {
            throw new Refusal.InvalidInput(FIELD, Message.of("border.version-without-subject", least.each));
        }
        return least;
    }

    private static Map<String, Long> subjects(String text) {
        var parts = text.split(",", -1);
        if (parts.length > MOST_SUBJECTS) {
            throw new Refusal.InvalidInput(FIELD, Message.of("border.too-many-versions", MOST_SUBJECTS));
        }
        var subjects = new TreeMap<String, Long>();
        for (var part : parts) {
            var matcher = SUBJECT.matcher(part);
            if (!matcher.matches()) {
                throw new Refusal.InvalidInput(FIELD, Message.of("border.version-malformed"));
            }
            subjects.merge(matcher.group(1), Long.valueOf(matcher.group(2)), Math::max);
        }
        return subjects;
    }

    public boolean isNone() {
        return each == 0 && subjects.isEmpty();
    }

    /** What was known once never becomes more. */
    public void admitKnown(String field, @Nullable Instant knownAt) {
        if (knownAt != null && !isNone()) {
            throw new Refusal.InvalidInput(field, Message.of("border.version-excludes"));
        }
    }

    /**
     * Asks until the answer follows from these versions or later ones, and refuses if that takes too long.
     *
     * @param versions of all that the answer follows from
     */
    public <A> A of(Supplier<A> ask, Function<A, Map<String, Long>> versions) {
        var end = System.nanoTime() + minVersionTimeout.toNanos();
        while (true) {
            var answer = ask.get();
            var behind = behind(versions.apply(answer));
            if (behind.isEmpty()) {
                return answer;
            }
            if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                throw new Refusal.VersionNotYet(behind);
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private List<Violation> behind(Map<String, Long> known) {
        List<Violation> behind = new ArrayList<>();
        subjects.forEach((subject, least) -> {
            if (known.getOrDefault(subject, 0L) < least) {
                behind.add(behind(subject, known.get(subject), least));
            }
        });
        if (each > 0) {
            var counted = counted(known);
            counted.forEach((subject, version) -> {
                if (version < each) {
                    behind.add(behind(subject, version, each));
                }
            });
            if (counted.isEmpty()) {
                behind.add(behind(FIELD, null, each));
            }
        }
        return behind;
    }

    private static Map<String, Long> counted(Map<String, Long> known) {
        var counted = new TreeMap<>(known);
        counted.keySet().removeIf(subject -> COUNTED.stream().noneMatch(subject::startsWith));
        return counted;
    }

    private static Violation behind(String subject, @Nullable Long known, long least) {
        var now = known == null ? "nothing is known" : "version " + known + " is known";
        return new Violation(subject, Message.of("border.version-behind", now, least));
    }
}
