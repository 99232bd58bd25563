package org.trustedtrader.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what stands in for what: an address that was given means that nothing is started; else what is installed;
 * else what we bring along.
 */
final class PartSelection {
    private static final Set<String> INFRASTRUCTURE = Set.of("mongodb", "rabbitmq", "keycloak");

    private final LocalSettings settings;

    PartSelection(LocalSettings settings) {
        this.settings = settings;
    }

    /** What was given by its address, by name. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        settings.find("TTP_MONGODB_URI").ifPresent(url -> given.put("mongodb", url));
        brokerUrl().ifPresent(url -> given.put("rabbitmq", url));
        settings.find("TTP_ISSUER").ifPresent(url -> given.put("keycloak", url));
        return given;
    }

    List<Part> choose(List<String> names, boolean record) {
        Optional<Part> mongodb =
                settings.find("TTP_MONGODB_URI").isPresent() ? Optional.empty() : Optional.of(mongodb());
        Optional<Part> rabbitmq = brokerUrl().isPresent() ? Optional.empty() : Optional.of(rabbitmq());
        Optional<Part> keycloak =
                settings.find("TTP_ISSUER").isPresent() ? Optional.empty() : Optional.of(new LocalKeycloak(settings));
        ServiceEnvironment environment = new ServiceEnvironment(
                settings,
                mongodb.map(Part::url).orElseGet(() -> given().get("mongodb")),
                rabbitmq.map(Part::url).orElseGet(() -> given().get("rabbitmq")));

        List<Part> parts = new ArrayList<>();
        for (Optional<Part> part : List.of(mongodb, rabbitmq, keycloak)) {
            part.filter(known -> names.contains(known.name())).ifPresent(parts::add);
        }
        Set<String> before = new HashSet<>();
        parts.stream().map(Part::name).filter(name -> !name.equals("keycloak")).forEach(before::add);
        Replicas.included(names, Replicas.wanted(settings)).stream()
                .filter(name -> !INFRASTRUCTURE.contains(name))
                .map(name -> new ServicePart(settings, name, Set.copyOf(before), environment.of(name), record))
                .forEach(parts::add);
        return parts;
    }

    private Optional<String> brokerUrl() {
        return settings.find("TTP_RABBITMQ_URL").or(() -> settings.find("TTP_RABBITMQ_URI"));
    }

    private Part mongodb() {
        String wanted = settings.find("TTP_DATABASE").orElse("");
        Optional<Path> mongod = settings.find("TTP_MONGOD").map(Path::of).or(() -> InstalledPrograms.find("mongod"));
        if (wanted.equals("mongod") && mongod.isEmpty()) {
            throw new LauncherException("TTP_DATABASE is mongod, but there is none on the PATH nor in TTP_MONGOD.");
        }
        return mongod.isPresent() && !wanted.equals("embedded")
                ? new MongodPart(settings, mongod.get())
                : new EmbeddedMongoPart(settings);
    }

    private Part rabbitmq() {
        String wanted = settings.find("TTP_BROKER").orElse("");
        Optional<Path> server = PrivateRabbit.installed(settings);
        if (wanted.equals("rabbitmq") && server.isEmpty()) {
            throw new LauncherException("TTP_BROKER is rabbitmq, but no rabbitmq-server is installed here.");
        }
        return server.isPresent() && !wanted.equals("embedded")
                ? new PrivateRabbit(settings, server.get())
                : new EmbeddedBrokerPart(settings);
    }
}
