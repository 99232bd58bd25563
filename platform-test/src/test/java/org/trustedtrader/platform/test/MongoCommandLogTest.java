package org.trustedtrader.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MongoCommandLogTest {

    @Test
    void whatIsNotOnTheListIsFound() {
        assertThat(MongoCommandCheck.unlisted(Set.of("command find", "operator $where"), Set.of("command find")))
                .containsExactly("operator $where");
    }

    @Test
    void theListNamesNoServerSideJavaScript() throws IOException {
        assertThat(MongoCommandCheck.listed())
                .contains("command find", "operator $set")
                .doesNotContain("operator $where", "operator $function", "operator $accumulator", "command mapReduce");
    }
}
