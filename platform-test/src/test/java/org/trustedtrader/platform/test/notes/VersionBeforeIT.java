package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.audit.HistoryVerifier;
import org.trustedtrader.platform.mongo.MongoProperties;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.VersionBefore;

/** What the version before stored is whole under this version's verifier, and tampering with it is found. */
@ServiceIT
@TestPropertySource(properties = "spring.application.name=notes")
class VersionBeforeIT {

    private final MongoClient client;
    private final MongoProperties mongo;

    VersionBeforeIT(MongoClient client, MongoProperties mongo) {
        this.client = client;
        this.mongo = mongo;
    }

    @Test
    void isVerifiedAndNothingWasChanged(@TempDir Path heads) throws Exception {
        var prefix = "before_" + mongo.databasePrefix();
        VersionBefore.store(client, prefix, heads);
        var verified = HistoryVerifier.verify(mongo.uri(), prefix, heads, VersionBefore.PUBLIC_KEY);
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.aggregates()).isEqualTo(14);
        assertThat(verified.entries()).isGreaterThan(50);
        client.getDatabase(prefix + "enrolment")
                .getCollection("memberships")
                .updateOne(Filters.eq("state.tier", "II"), Updates.set("state.tier", "III"));
        assertThat(HistoryVerifier.verify(mongo.uri(), prefix, heads, VersionBefore.PUBLIC_KEY)
                        .faults())
                .hasSize(1);
    }
}
