package org.trustedtrader.enrolment.letter.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.trustedtrader.enrolment.letter.Letter;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The page from which a letter's PDF is made. It is built node by node, so that nothing that a company or an officer wrote can be
 * taken for markup.
 */
final class LetterPage {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String STYLE = """
            @page { size: letter; margin: 22mm 20mm 24mm 20mm;
              @bottom-center { content: counter(page) " / " counter(pages); font-family: 'Noto Sans'; font-size: 8pt; } }
            body { font-family: 'Noto Sans'; font-size: 10.5pt; line-height: 1.4; color: #222222; }
            h1 { font-size: 16pt; margin: 6mm 0 4mm 0; }
            h2 { font-size: 11.5pt; margin: 5mm 0 1mm 0; }
            p { margin: 0 0 2mm 0; white-space: pre-wrap; }
            .programme { font-weight: bold; font-size: 12pt; border-bottom: 1pt solid #222222; padding-bottom: 2mm; }
            table { border-collapse: collapse; width: 100%; }
            th { text-align: left; vertical-align: top; width: 34%; padding: 1mm 3mm 1mm 0; font-weight: bold; }
            td { vertical-align: top; padding: 1mm 0; white-space: pre-wrap; word-wrap: break-word; }
            """;

    private final Document page;
    private final Element body;
    private final Letter.Snapshot letter;

    private LetterPage(Document page, Letter.Snapshot letter) {
        this.page = page;
        this.body = page.createElementNS(XHTML, "body");
        this.letter = letter;
    }

    static Document of(Letter letter) {
        try {
            var built = new LetterPage(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument(), letter.snapshot());
            built.write(letter.id());
            return built.page;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String number) {
        var content = letter.content();
        var html = page.createElementNS(XHTML, "html");
        html.setAttribute("lang", letter.language().code());
        page.appendChild(html);
        html.appendChild(head(number + " – " + content.title()));
        html.appendChild(body);

        add("p", words("programme")).setAttribute("class", "programme");
        add("p", content.companyName() + "\n" + words("business-number", letter.company()));
        add("h1", content.title());
        add("p", words("number", number) + "\n" + words("issued", day(letter.issuedAt())));
        add("p", content.opening());
        section("facts");
        facts();
        if (!content.reason().isBlank()) {
            section("reasons");
            add("p", content.reason());
        }
        section("legal-basis");
        add("p", content.legalBasis());
        section("remedy");
        add("p", content.remedy().text());
        add("p", words("addressee", content.remedy().addressee()));
        section("service");
        add("p", words("served", day(letter.deemedServedAt())));
    }

    private Element head(String title) {
        var head = page.createElementNS(XHTML, "head");
        head.appendChild(text("title", title));
        meta(head, "subject", title);
        meta(head, "description", letter.content().opening());
        meta(head, "author", words("programme"));
        var style = text("style", STYLE);
        style.setAttribute("type", "text/css");
        head.appendChild(style);
        return head;
    }

    private void meta(Element head, String name, String value) {
        var meta = page.createElementNS(XHTML, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", value);
        head.appendChild(meta);
    }

    private void facts() {
        var table = page.createElementNS(XHTML, "table");
        for (var fact : letter.content().facts()) {
            var row = page.createElementNS(XHTML, "tr");
            var label = text("th", fact.label());
            label.setAttribute("scope", "row");
            row.appendChild(label);
            row.appendChild(text("td", fact.value()));
            table.appendChild(row);
        }
        body.appendChild(table);
    }

    private void section(String name) {
        add("h2", words(name));
    }

    private Element add(String element, String text) {
        var added = text(element, text);
        body.appendChild(added);
        return added;
    }

    private Element text(String element, String text) {
        var added = page.createElementNS(XHTML, element);
        added.appendChild(page.createTextNode(text));
        return added;
    }

    /** The form around a letter's words: it says nothing that touches a right. */
    private String words(String key, Object... arguments) {
        return Message.of("letter.page." + key, arguments).in(letter.language().locale());
    }

    private String day(Instant moment) {
        return written(BusinessCalendar.shipped().dayOf(moment));
    }

    private String written(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", letter.language().locale())
                .format(day);
    }
}
