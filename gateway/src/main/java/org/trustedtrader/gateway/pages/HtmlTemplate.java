package org.trustedtrader.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;

/**
 * An HTML file with places such as {@code {{name}}}. What is put there is escaped, unless it is {@link Html}, which only
 * templates make. A place with dots is a text of the message bundles in the reader's language, {@code {{language}}} is that
 * language.
 */
final class HtmlTemplate {

    /** Text that is HTML already. */
    record Html(String text) {
        static Html joined(Iterable<Html> parts) {
            StringBuilder all = new StringBuilder();
            parts.forEach(part -> all.append(part.text()));
            return new Html(all.toString());
        }
    }

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z.-]+)}}");

    private final String text;

    private HtmlTemplate(String text) {
        this.text = text;
    }

    static HtmlTemplate inline(String text) {
        return new HtmlTemplate(text);
    }

    static HtmlTemplate file(String name) {
        try {
            return new HtmlTemplate(new ClassPathResource("pages/" + name).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Html in(Locale language, Map<String, ?> values) {
        String filled = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(shown(language, values, place.group(1))));
        return new Html(filled);
    }

    private static String shown(Locale language, Map<String, ?> values, String name) {
        if (name.equals("language")) {
            return language.toLanguageTag();
        }
        return switch (name.contains(".") ? text(name) : values.get(name)) {
            case null -> throw new IllegalArgumentException("Nothing to put at " + name);
            case Html html -> html.text();
            case Message message -> HtmlUtils.htmlEscape(message.in(language), "UTF-8");
            case Object value -> HtmlUtils.htmlEscape(value.toString(), "UTF-8");
        };
    }

    private static @Nullable Message text(String key) {
        return Bundles.contains(key) ? Message.of(key) : null;
    }
}
