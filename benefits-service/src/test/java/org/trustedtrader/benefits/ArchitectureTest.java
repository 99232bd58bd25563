package org.trustedtrader.benefits;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.test.ArchitectureRules;
import org.trustedtrader.platform.test.MessageRules;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> rules() {
        return ArchitectureRules.of("org.trustedtrader.benefits");
    }

    @TestFactory
    Stream<DynamicTest> messages() {
        return MessageRules.of("org.trustedtrader.benefits");
    }
}
