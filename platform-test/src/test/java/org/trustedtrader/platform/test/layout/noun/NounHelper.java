package org.trustedtrader.platform.test.layout.noun;

import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.local.EmbeddedMongo;
import org.trustedtrader.platform.test.layout.noun.web.NounController;
import org.trustedtrader.platform.test.layout.other.Other;

@Component
public final class NounHelper {

    public Document document(NounController controller, Other other, EmbeddedMongo mongo) {
        return new Document("a", controller.toString() + other + mongo);
    }
}
