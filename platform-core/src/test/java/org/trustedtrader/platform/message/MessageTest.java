package org.trustedtrader.platform.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void isRenderedInTheReadersLanguage() {
        var message = Message.of("refusal.stale-version", 3, 4);
        assertThat(message.in(Locale.ENGLISH)).startsWith("You read version 3, but the current version is 4.");
        assertThat(message.in(Locale.CANADA_FRENCH)).startsWith("Vous avez lu la version 3, mais");
        assertThat(message.in(Locale.GERMAN))
                .isEqualTo(message.in(Locale.ENGLISH))
                .isEqualTo(message.toString());
    }

    @Test
    void countsAsTheLanguageCounts() {
        assertThat(Message.counted("refusal.invalid-input", 1)).hasToString("The request has 1 error.");
        assertThat(Message.counted("refusal.invalid-input", 0)).hasToString("The request has 0 errors.");
        assertThat(Message.counted("refusal.invalid-input", 0).in(Locale.FRENCH))
                .isEqualTo("La demande contient 0 erreur.");
        assertThat(Message.counted("refusal.invalid-input", 2).in(Locale.FRENCH))
                .isEqualTo("La demande contient 2 erreurs.");
    }

    @Test
    void argumentsAreTextsCodesListsAndOtherMessages() {
        assertThat(Message.of("request.one-of", List.of(Thread.State.NEW, "x", LocalDate.of(2026, 11, 23))))
                .hasToString("must be one of: NEW, x, 2026-11-23");
        assertThat(Message.of("request.must-be", Message.of("json.type.uuid")).in(Locale.FRENCH))
                .isEqualTo("doit être un UUID");
    }

    @Test
    void textOfACallerIsNeverReadAsAPattern() {
        assertThat(Message.of("refusal.wrong-state", "{1}", "{0}", "{2}"))
                .hasToString("Cannot {1} while in state {0}; possible in {2}.");
    }

    @Test
    void whatHasNoTextIsShownByItsKey() {
        assertThat(Message.of("nowhere.at-all", 1).in(Locale.FRENCH)).isEqualTo("nowhere.at-all[1]");
        assertThat(Message.noun("thing that has no entry")).hasToString("thing that has no entry");
        assertThat(Message.literal("{0}")).hasToString("{0}");
    }
}
