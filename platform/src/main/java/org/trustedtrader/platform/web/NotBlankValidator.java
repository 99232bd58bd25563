package org.trustedtrader.platform.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.text.Text;

/** {@link NotBlank} everywhere: a text with at least one letter or digit of any script. */
public final class NotBlankValidator implements ConstraintValidator<NotBlank, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
        return value != null && !Text.isBlank(value);
    }
}
