package org.trustedtrader.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal.InvalidInput;
import org.trustedtrader.platform.refusal.Refusal.Violation;

class RefusalTest {

    @Test
    void hasAnEnglishMessageAndATextInBothLanguages() {
        var refusal = new Refusal.NotFound("company");
        assertThat(refusal).hasMessage("There is no such company.");
        assertThat(refusal.text().in(Locale.FRENCH)).startsWith("Introuvable : ");
    }

    @Test
    void theFieldsOfAPartAreNamedFromTheWhole() {
        var refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> InvalidInput.inside(
                        "sites[2]", () -> InvalidInput.inside("contacts", () -> refuse("[0].phone", "", "name"))));
        assertThat(refusal.violations())
                .extracting(Violation::field)
                .containsExactly("sites[2].contacts[0].phone", "sites[2].contacts", "sites[2].contacts.name");
    }

    private static Object refuse(String... fields) {
        throw new InvalidInput(List.of(fields).stream()
                .map(field -> new Violation(field, Message.of("text.blank")))
                .toList());
    }
}
