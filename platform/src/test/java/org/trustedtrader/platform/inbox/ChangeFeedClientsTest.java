package org.trustedtrader.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChangeFeedClientsTest {

    @Test
    void readsAnAnnouncementOfTheLargestSizeAndFieldsItDoesNotKnow() {
        var largest = "x".repeat(256 * 1024);
        var page = """
                {"events":[{"id":"notes/note/a/1","type":"notes.note.written.v1","source":"notes","subject":"note/a",
                "time":"2026-11-23T10:00:00Z","version":1,"actor":"user:1","traceparent":"","data":"%s","later":true}],
                "next":"1_a","more":false,"later":{}}""".formatted(largest);
        var read = ChangeFeedClients.page(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.events().getFirst().data()).isEqualTo(largest);
        assertThat(read.next()).isEqualTo("1_a");
    }
}
