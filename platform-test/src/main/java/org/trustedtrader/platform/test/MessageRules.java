package org.trustedtrader.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What holds for the texts of a module. To be returned from a {@code @TestFactory} of that module:
 * {@code MessageRules.of("org.trustedtrader.enrolment")}; while a module still has literal texts, it returns
 * {@link #ofBundles()}.
 */
public final class MessageRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    /** How keys are written in code, with what stands before them in the bundle. */
    private static final Map<Pattern, String> KEYS_IN_CODE = Map.of(
            Pattern.compile("Message\\.(?:of|counted)\\(\\s*\"([^\"]+)\"\\s*[,)]"), "",
            Pattern.compile("ProblemType\\.[A-Z_]+,\\s*\"([^\"]+)\"\\s*[,)]"), "",
            Pattern.compile("message\\s*=\\s*\"\\{([a-z0-9.-]+)}\""), "",
            Pattern.compile("\\b(?:NotFound|AlreadyExists|Message\\.noun)\\(\\s*\"([^\"]+)\"\\s*\\)"), "noun.",
            Pattern.compile("\\b(?:WrongState|require)\\(\\s*\"([^\"]+)\"\\s*,"), "command.",
            Pattern.compile("ProblemType\\.of\\(\\s*\"([^\"]+)\"\\s*,"), "problem.");

    private MessageRules() {}

    /** All rules: both languages say the same things, every key has its text, and no refusal has a literal text. */
    public static Stream<DynamicTest> of(String basePackage) {
        return Stream.concat(
                ofBundles(),
                Stream.of(dynamicTest(
                        "no refusal has a literal text",
                        () -> noLiteralTexts().check(ArchitectureRules.classesOf(basePackage)))));
    }

    /** The rules without the one on literal texts. */
    public static Stream<DynamicTest> ofBundles() {
        return ofModule(Path.of(""));
    }

    static Stream<DynamicTest> ofModule(Path module) {
        return Stream.of(
                dynamicTest(
                        "both languages say the same things",
                        () -> assertThat(differences(module.resolve("src/main/resources/messages")))
                                .isEmpty()),
                dynamicTest(
                        "every key in the code has its text",
                        () -> assertThat(missing(module.resolve("src/main/java")))
                                .isEmpty()));
    }

    static List<String> differences(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Set<String> differences = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".properties", "");
                String bundle = name.replaceFirst("_fr$", "");
                Path other = folder.resolve((name.equals(bundle) ? bundle + "_fr" : bundle) + ".properties");
                Map<String, String> texts = texts(file);
                Map<String, String> others = Files.exists(other) ? texts(other) : Map.of();
                texts.forEach((key, text) -> {
                    if (!key.startsWith(bundle + ".")) {
                        differences.add(key + " does not belong into " + file);
                    } else if (text.isBlank()) {
                        differences.add(key + " is empty in " + file);
                    } else if (!others.containsKey(key)) {
                        differences.add(key + " is not in " + other);
                    } else if (!placeholders(text).equals(placeholders(others.get(key)))) {
                        differences.add(key + " has other placeholders in " + other);
                    }
                });
            }
        }
        return List.copyOf(differences);
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Map<String, String> texts(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    static Set<String> missing(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> keys(read(file)))
                    .filter(key -> !exists(key))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> keys(String source) {
        return KEYS_IN_CODE.entrySet().stream()
                .flatMap(pattern -> pattern.getKey()
                        .matcher(source)
                        .results()
                        .map(match -> pattern.getValue()
                                + (pattern.getValue().isEmpty()
                                        ? match.group(1)
                                        : match.group(1).replace(' ', '-'))));
    }

    private static boolean exists(String key) {
        return Bundles.contains(key)
                || Bundles.contains(key + ".other")
                || key.startsWith("jakarta.")
                || key.startsWith("org.hibernate.");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ArchRule noLiteralTexts() {
        return noClasses().should().accessTargetWhere(GIVES_A_LITERAL_TEXT).as("no refusal has a literal text");
    }

    private static final DescribedPredicate<JavaAccess<?>> GIVES_A_LITERAL_TEXT = DescribedPredicate.describe(
            "give a literal text",
            access -> access instanceof JavaCall<?> call && (isLiteral(call) || isRefusal(call)));

    private static boolean isLiteral(JavaCall<?> call) {
        return call.getTargetOwner().isEquivalentTo(Message.class)
                && call.getName().equals("literal");
    }

    /** A constructor whose last parameter, or last but the violations, is a text; nouns and state codes are no texts. */
    private static boolean isRefusal(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean takesCodes =
                owner.endsWith("$NotFound") || owner.endsWith("$AlreadyExists") || owner.endsWith("$WrongState");
        var parameters = call.getTarget().getRawParameterTypes();
        return owner.startsWith(Refusal.class.getName() + "$")
                && !takesCodes
                && call.getName().equals("<init>")
                && parameters.stream().anyMatch(type -> type.isEquivalentTo(String.class))
                && parameters.stream().noneMatch(type -> type.isEquivalentTo(Message.class))
                && (parameters.size() == 1 || parameters.get(1).isEquivalentTo(String.class));
    }
}
