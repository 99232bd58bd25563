package org.trustedtrader.benefits.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.trustedtrader.border.examination.ExaminationKey;
import org.trustedtrader.border.examination.ExaminationKeys;

/**
 * The secrets that crossings are drawn with for examination. Never logged.
 *
 * @param secret  the one in use, at least 16 characters; a person who knows it can foresee selections
 * @param keyId   its name in the journal; a new secret needs a new one
 * @param earlier secrets that were in use, each as {@code keyId:secret}, so that old draws can be repeated
 */
@Validated
@ConfigurationProperties("ttp.benefits.examination")
record ExaminationProperties(
        @NotBlank(message = "is missing: set TTP_EXAMINATION_SECRET")
        String secret,

        @NotBlank @Size(max = 64) @DefaultValue("1") String keyId,
        @DefaultValue List<String> earlier) {

    ExaminationKeys keys() {
        return new ExaminationKeys(
                new ExaminationKey(keyId, secret),
                earlier.stream().map(ExaminationProperties::earlierKey).toList());
    }

    private static ExaminationKey earlierKey(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("ttp.benefits.examination.earlier has an entry without keyId:");
        }
        return new ExaminationKey(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return "ExaminationSettings[keyId=" + keyId + "]";
    }
}
