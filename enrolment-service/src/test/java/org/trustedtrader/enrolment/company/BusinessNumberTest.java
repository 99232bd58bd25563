package org.trustedtrader.enrolment.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.refusal.Refusal;

class BusinessNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"123456782", "987654324", "111222337"})
    void takesNumbersWhoseCheckDigitHolds(String number) {
        assertThat(BusinessNumber.parse(number).digits()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123 456 782", "123-456-782", "12345678 2"})
    void keepsTheDigitsOnly(String written) {
        assertThat(BusinessNumber.parse(written)).isEqualTo(new BusinessNumber("123456782"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789", "123456783", "213456782", "987654321"})
    void refusesAMistypedDigit(String number) {
        assertThatThrownBy(() -> BusinessNumber.parse(number)).isInstanceOf(Refusal.InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "1234567820", "12345678X", "١٢٣٤٥٦٧٨٢"})
    void refusesWhatIsNotNineDigits(String number) {
        assertThatThrownBy(() -> BusinessNumber.parse(number)).isInstanceOf(Refusal.InvalidInput.class);
    }
}
