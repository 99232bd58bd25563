package org.trustedtrader.acceptance.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;

class ChapterTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void eachHasATitleOfItsOwnAndANumber() {
        assertThat(Arrays.stream(Chapter.values()).map(Chapter::title).distinct())
                .hasSize(Chapter.values().length);
        assertThat(Chapter.list().lines()).hasSize(Chapter.values().length);
        assertThat(Chapter.numbered("10")).contains(Chapter.REVIEW);
        assertThat(Chapter.REVIEW.title()).startsWith("Annual review");
        assertThat(List.of("12", "-1", "01", "x", ""))
                .allMatch(wrong -> Chapter.numbered(wrong).isEmpty());
    }

    @Test
    void oneChapterIsPlayedAfterThoseThatPrepareIt() {
        var steps = Arrays.stream(Chapter.values()).map(ChapterTest::step).toList();
        assertThat(Journey.chapter(steps, null)).isEqualTo(steps);
        assertThat(Journey.chapter(steps, Chapter.PROLOGUE)).hasSize(1);
        assertThat(Journey.chapter(steps, Chapter.CHEATS))
                .extracting(Step::chapter)
                .contains(Chapter.SUSPENSION);
        assertThat(Journey.chapter(steps, Chapter.REVIEW))
                .extracting(Step::chapter)
                .containsExactly(
                        Chapter.PROLOGUE,
                        Chapter.APPLYING,
                        Chapter.INTAKE,
                        Chapter.ASSESSMENT,
                        Chapter.VISIT,
                        Chapter.DECISION,
                        Chapter.BORDER,
                        Chapter.REVIEW);
    }

    @Test
    void onlyTheChosenChapterIsToldInFull() {
        var steps = List.of(step(Chapter.BORDER), step(Chapter.REVIEW));
        new StoryRunner(new TextReporter(new PrintStream(printed), Chapter.REVIEW)).run(steps);
        assertThat(printed.toString())
                .contains("(preparation)", "did REVIEW", "The chapter was told: 2 steps")
                .doesNotContain("did BORDER");
    }

    @Test
    void aPreparationThatFailsIsTold() {
        var fails = new Step(Chapter.BORDER, "vera", "asks", () -> {
            throw new UnexpectedResponseException("no answer");
        });
        new StoryRunner(new TextReporter(new PrintStream(printed), Chapter.REVIEW)).run(List.of(fails));
        assertThat(printed.toString()).contains("✗ no answer").contains("broke off at step 1");
    }

    @Test
    void anUnknownChapterIsRefused() {
        assertThat(Demo.run(List.of("--chapter", "12"))).isEqualTo(2);
        assertThat(Demo.run(List.of("--chapter"))).isEqualTo(2);
        assertThat(Demo.run(List.of("--chapters", "1"))).isEqualTo(2);
    }

    private static Step step(Chapter chapter) {
        return new Step(chapter, "vera", "plays", () -> Outcome.of("did " + chapter));
    }
}
