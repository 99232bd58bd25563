package org.trustedtrader.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of the story; the ordinal is the number that is shown. The titles stand in {@code chapters.txt}, a line each in this
 * order, since the launcher lists them too.
 */
enum Chapter {
    PROLOGUE,
    APPLYING,
    INTAKE,
    ASSESSMENT,
    VISIT,
    DECISION,
    BORDER,
    SUSPENSION,
    CHEATS,
    SILENCE,
    REVIEW,
    CHANGE;

    private static final List<String> TITLES = titles();

    /** By the number that is shown. */
    static Optional<Chapter> numbered(String number) {
        return Arrays.stream(values())
                .filter(chapter -> Integer.toString(chapter.number()).equals(number))
                .findFirst();
    }

    /** One line each. */
    static String list() {
        return Arrays.stream(values())
                .map(chapter -> "%4d  %s".formatted(chapter.number(), chapter.title()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** The chapters without which this one cannot be played; what happens to the member later needs its membership only. */
    Set<Chapter> preparation() {
        var before = EnumSet.range(PROLOGUE, this);
        before.remove(this);
        if (this == SILENCE || this == REVIEW || this == CHANGE) {
            before.removeAll(EnumSet.of(SUSPENSION, CHEATS, SILENCE, REVIEW));
        }
        return before;
    }

    String title() {
        return TITLES.get(ordinal());
    }

    int number() {
        return ordinal();
    }

    private static List<String> titles() {
        try (var file = Objects.requireNonNull(Chapter.class.getResourceAsStream("chapters.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
