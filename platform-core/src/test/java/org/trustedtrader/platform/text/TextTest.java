package org.trustedtrader.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal.InvalidInput;

class TextTest {

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "Maple\ud800 Axle", // a high surrogate alone
                "A\ud800B",
                "\udc00\ud83d", // a pair the wrong way round
                "end\ud83d",
                "nul\u0000",
                "bell\u0007",
                "next line\u0085",
                "Acme \u202eDTL\u202c", // right-to-left override
                "Acme\u2066x\u2069",
                "Acme\u200bTrading", // zero-width space
                "\ufeffAcme Trading",
                "soft\u00adhyphen",
                "line\u2028separator",
                "paragraph\u2029separator",
                "carriage\rreturn",
                "no character\uffff",
            })
    void whatDeceivesAReaderOrCannotBeStoredIsRefused(String text) {
        assertThat(Text.flaw(text)).isPresent();
        assertThatThrownBy(() -> Text.clean("legalName", text)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                "Société d’Été",
                "株式会社",
                "Ворота 5",
                "\ud83d\ude9a lorry",
                "two\r\nlines\tand a tab\n",
                "۵ محمد"
            })
    void everyScriptIsRight(String text) {
        assertThat(Text.flaw(text)).isEmpty();
    }

    @Test
    void theSameIsStoredForWhatLooksTheSame() {
        assertThat(Text.clean("fileName", "Re\u0301sume\u0301.pdf")).isEqualTo("R\u00e9sum\u00e9.pdf");
        assertThat(Text.clean("note", "a\r\nb")).isEqualTo("a\nb");
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0",
                "\u3000",
                "\u3164",
                "\u115f\u1160",
                "\uffa0",
                "...",
                "—",
                "\u2800",
                "\ud83d\ude9a"
            })
    void blankIsWhatHasNoLetterAndNoDigit(String text) {
        assertThat(Text.isBlank(text)).isTrue();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"a", "7", "株", "٣", "\ud840\udc00", "(x)"})
    void oneLetterOrDigitOfAnyScriptIsEnough(String text) {
        assertThat(Text.isBlank(text)).isFalse();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"=cmd|x", "+1", "-2+3", "@SUM(A1)", " =1"})
    void aNameIsNoFormula(String name) {
        assertThatThrownBy(() -> Text.name("legalName", name, 100)).isInstanceOf(InvalidInput.class);
        assertThatCode(() -> Text.line("reference", name, 100)).doesNotThrowAnyException();
    }

    @Test
    void onlyTextsOfSeveralLinesHaveLineBreaks() {
        assertThatThrownBy(() -> Text.line("city", "Otta\nwa", 100)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Text.optionalLine("city", "Otta\twa", 100)).isInstanceOf(InvalidInput.class);
        assertThat(Text.paragraphs("reason", "one\ntwo", 100)).isEqualTo("one\ntwo");
        assertThatThrownBy(() -> Text.paragraphs("reason", "12345", 4)).isInstanceOf(InvalidInput.class);
        assertThat(Text.optional("reason", "", 4)).isEmpty();
    }
}
