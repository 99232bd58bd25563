package org.trustedtrader.enrolment.company;

import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** A place on the globe in decimal degrees (WGS 84). */
public record Coordinates(double latitude, double longitude) {

    public Coordinates {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new Refusal.InvalidInput("latitude", Message.of("enrolment.company.latitude"));
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new Refusal.InvalidInput("longitude", Message.of("enrolment.company.longitude"));
        }
    }
}
