package org.trustedtrader.acceptance.faults.border;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event of enrolment as both its broker and its change feed carry it. */
record EnrolmentEvent(long sequence, String subject, String change, long version, Instant time, String data) {

    String aggregate() {
        return subject.substring(0, subject.indexOf('/'));
    }

    String type() {
        return "enrolment." + aggregate() + "." + change + ".v1";
    }

    byte[] body() {
        return data.getBytes(UTF_8);
    }

    AMQP.BasicProperties properties() {
        var headers = new LinkedHashMap<String, Object>();
        attributes()
                .forEach((name, value) -> headers.put(
                        "cloudEvents_" + (name.equals("version") ? "aggregateversion" : name), value.toString()));
        return new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .headers(headers)
                .build();
    }

    /** As an entry of the feed. */
    Map<String, Object> entry() {
        var entry = attributes();
        entry.put("data", data);
        return entry;
    }

    private Map<String, Object> attributes() {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("id", "enrolment/" + subject + "/" + version);
        attributes.put("type", type());
        attributes.put("source", "enrolment");
        attributes.put("subject", subject);
        attributes.put("time", time.toString());
        attributes.put("version", version);
        attributes.put("actor", "user:officer");
        attributes.put("traceparent", "");
        return attributes;
    }
}
