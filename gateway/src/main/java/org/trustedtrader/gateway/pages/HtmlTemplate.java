package org.trustedtrader.gateway.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/**
 * An HTML file with places such as {@code {{name}}}. What is put there is escaped, unless it is {@link Html}, which only
 * templates make.
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

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z]+)}}");

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

    Html with(Map<String, ?> values) {
        String filled =
                PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(shown(values, place.group(1))));
        return new Html(filled);
    }

    private static String shown(Map<String, ?> values, String name) {
        return switch (values.get(name)) {
            case null -> throw new IllegalArgumentException("Nothing to put at " + name);
            case Html html -> html.text();
            case Object value -> HtmlUtils.htmlEscape(value.toString());
        };
    }
}
