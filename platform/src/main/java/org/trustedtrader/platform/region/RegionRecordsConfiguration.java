package org.trustedtrader.platform.region;

import com.mongodb.client.MongoDatabase;
import feign.Feign;
import feign.Request;
import feign.RequestInterceptor;
import feign.Retryer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.openfeign.support.SpringMvcContract;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.Subscription;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * For a service, other than enrolment, that keeps files of companies: to be imported by its configuration. It consumes companies
 * and accesses, and guards the files.
 */
@Configuration(proxyBeanMethods = false)
public class RegionRecordsConfiguration {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Request.Options PATIENCE =
            new Request.Options(2, TimeUnit.SECONDS, 3, TimeUnit.SECONDS, false);

    @Bean
    RegionRecords regionRecords(
            MongoDatabase database,
            ObjectProvider<RequestInterceptor> interceptors,
            @Value("${ttp.services.enrolment.url}") String enrolment,
            Clock clock) {
        RegionClient client = Feign.builder()
                .contract(new SpringMvcContract())
                .requestInterceptors(interceptors.orderedStream().toList())
                .options(PATIENCE)
                .retryer(Retryer.NEVER_RETRY)
                .decoder((response, type) -> JSON.readValue(response.body().asInputStream(), JSON.constructType(type)))
                .target(RegionClient.class, enrolment);
        return new RegionRecords(database, client, clock);
    }

    @Bean
    RegionGuard regionGuard(RegionRecords records) {
        return new RegionGuard(records, records);
    }

    @Bean
    Subscription regions(RegionRecords records) {
        return Subscription.from("enrolment")
                .of("company", "region-access")
                .handledBy((Event event) -> keep(event, records));
    }

    /** A company that was announced before companies had regions is looked up when it is asked for. */
    private static void keep(Event event, RegionRecords records) {
        if (event.aggregate().equals("company")) {
            var region = read(event, CompanyPayload.class).region();
            if (region != null) {
                records.keepCompany(event.aggregateId(), event.version(), region);
            }
        } else {
            records.keepAccess(
                    event.aggregateId(), event.version(), RegionRecords.view(read(event, RegionClient.Access.class)));
        }
    }

    static <T> T read(Event event, Class<T> type) {
        try {
            return JSON.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data of " + event.type() + " cannot be read: " + e.getOriginalMessage());
        }
    }

    record CompanyPayload(@Nullable String region) {}
}
