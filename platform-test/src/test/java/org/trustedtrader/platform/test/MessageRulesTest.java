package org.trustedtrader.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The rules hold for the platform itself, and each finds what breaks it. */
class MessageRulesTest {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theTextsOfThePlatform() {
        return Stream.of("../platform-core", "../platform").map(Path::of).flatMap(MessageRules::ofModule);
    }

    /** But for the validator's texts, which are in the reader's language already, and identifiers. */
    @Test
    void thePlatformRefusesWithMessages() {
        MessageRules.noLiteralTexts()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(location -> !location.contains("/RequestProblemMapper")
                                && !location.contains("/identifier/")
                                && !location.contains("/Refusal")
                                && !location.contains("/Message"))
                        .importPackages("org.trustedtrader.platform"));
    }

    @Test
    void findsWhatTheLanguagesDoNotShare() throws IOException {
        write("a.properties", "a.one = {0}\na.two = x\nb.three = x\na.four =\n");
        write("a_fr.properties", "a.one = {1}\n");
        assertThat(MessageRules.differences(folder))
                .anyMatch(found -> found.startsWith("a.one has other placeholders"))
                .anyMatch(found -> found.startsWith("a.two is not in"))
                .anyMatch(found -> found.startsWith("b.three does not belong into"))
                .anyMatch(found -> found.startsWith("a.four is empty"));
    }

    @Test
    void findsKeysWithoutATextWhereverTheyAreUsed() throws IOException {
        write("A.java", """
                Message.of("a.of", 1) Message.of("request." + type) Message.of("request.parameter-missing")
                Message.counted(
                    "a.counted", 3) Message.counted("refusal.invalid-input", 1)
                @Size(max = 3, message = "{a.size}") new Refusal.NotFound("lost thing") require("go away", X)
                ProblemType.of("a-problem", 422)
                """);
        assertThat(MessageRules.missing(folder))
                .containsExactly(
                        "a.counted", "a.of", "a.size", "command.go-away", "noun.lost-thing", "problem.a-problem");
    }

    @Test
    void findsRefusalsWithLiteralTexts() {
        for (var literal : List.of(Field.class, Rule.class, Down.class, Wrapped.class)) {
            var classes = new ClassFileImporter().importClasses(literal);
            assertThatThrownBy(() -> MessageRules.noLiteralTexts().check(classes))
                    .as(literal.getSimpleName())
                    .isInstanceOf(AssertionError.class);
        }
        MessageRules.noLiteralTexts().check(new ClassFileImporter().importClasses(Keyed.class));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static final class Field {
        Object of() {
            return new Refusal.InvalidInput("field", "is wrong");
        }
    }

    private static final class Rule {
        Object of() {
            return new Refusal.RuleBroken("rule", "is broken", List.of());
        }
    }

    private static final class Down {
        Object of() {
            return new Refusal.Unavailable("is away");
        }
    }

    private static final class Wrapped {
        Object of() {
            return new Refusal.NotAllowed(Message.literal("no"));
        }
    }

    private static final class Keyed {
        List<Object> all() {
            return List.of(
                    new Refusal.NotFound("company"),
                    new Refusal.WrongState("go", "A", "B"),
                    new Refusal.InvalidInput(List.of()),
                    new Refusal.RuleBroken("rule", Message.of("a.b"), List.of()),
                    new Refusal.InvalidInput("field", Message.of("a.b")));
        }
    }
}
