package org.trustedtrader.benefits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.outbox.Watermark;
import tools.jackson.databind.json.JsonMapper;

/** Says over the broker what enrolment would say. */
public final class EnrolmentStandIn {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RabbitTemplate broker;
    private final String exchange;

    public EnrolmentStandIn(RabbitTemplate broker, BrokerProperties settings) {
        this.broker = broker;
        this.exchange = settings.exchange();
    }

    /** All that was said before is all there is. */
    public void isComplete() {
        var now = Instant.now();
        broker.send(exchange, "enrolment.watermark.v1", new Watermark(now, now).write());
    }

    public void registers(String bn9, String line, String bn15, @Nullable String carrierCode) {
        registers(bn9, line, bn15, carrierCode, null);
    }

    public void registers(String bn9, String line, String bn15, @Nullable String carrierCode, @Nullable String tin) {
        List<Map<String, String>> accounts = new ArrayList<>();
        accounts.add(Map.of("programme", "BN15", "number", bn15));
        if (tin != null) {
            accounts.add(Map.of("programme", "TIN", "number", tin));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("businessNumber", bn9);
        data.put("legalName", "A company");
        data.put("linesOfBusiness", List.of(line));
        data.put("programmeAccounts", accounts);
        data.put("carrierCode", carrierCode);
        data.put("sites", List.of());
        data.put("aFieldThatIsNewTomorrow", 1);
        says("company", bn9, "registered", 1, data);
    }

    public void membershipIs(String id, String bn9, String line, String state, long version, Instant from) {
        says("membership", id, state.toLowerCase(Locale.ROOT), version, membership(id, bn9, line, state, from));
    }

    public static Map<String, Object> membership(String id, String bn9, String line, String state, Instant from) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("membershipId", id);
        data.put(
                "membershipNumber",
                "PIP-"
                        + UUID.nameUUIDFromBytes(id.getBytes())
                                .toString()
                                .substring(0, 8)
                                .toUpperCase(Locale.ROOT));
        data.put("company", bn9);
        data.put("applicationId", id);
        data.put("programme", "PIP");
        data.put("linesOfBusiness", List.of(line));
        data.put("state", state);
        data.put("tier", "II");
        data.put("memberSince", "2026-11-01");
        data.put("revalidationDueOn", "2030-11-01");
        data.put("reasonCode", "TEST");
        data.put("effectiveAt", from.toString());
        return data;
    }

    public void cardIs(String number, String state, long version, Instant from) {
        var data = new LinkedHashMap<String, Object>();
        data.put("number", number);
        data.put("programme", "FAST");
        data.put("validFrom", "2026-01-01");
        data.put("validUntil", "2035-12-31");
        data.put("state", state);
        data.put("effectiveAt", from.toString());
        data.put("reasonCode", state.equals("REVOKED") ? "LOST" : "");
        says("driver-card", number, state.toLowerCase(Locale.ROOT), version, data);
    }

    public void says(String aggregate, String id, String change, long version, Object data) {
        var type = "enrolment." + aggregate + "." + change + ".v1";
        var event = new Event(
                "enrolment/" + aggregate + "/" + id + "/" + version,
                type,
                "enrolment",
                aggregate + "/" + id,
                Instant.now(),
                version,
                "user:test",
                "",
                data instanceof String text ? text : JSON.writeValueAsString(data));
        broker.send(exchange, type, EventMessages.write(event));
    }
}
