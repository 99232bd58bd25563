package org.trustedtrader.local;

/** Every port that the local platform listens on (all on loopback), with the one it takes unless told otherwise. */
public enum LocalPort {
    GATEWAY(8080),
    ENROLMENT(8101),
    ASSESSMENT(8102),
    VALIDATION(8103),
    BENEFITS(8104),
    /** Health only; the gateway shows none of it at its public address. */
    GATEWAY_MANAGEMENT(8090),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(8181),
    MONGODB(27117),
    RABBITMQ(5673),
    RABBITMQ_DISTRIBUTION(25673),
    RABBITMQ_EPMD(25674),
    /** Further replicas of the border service; the gateway knows the first. */
    BENEFITS_2(8114),
    BENEFITS_3(8124),
    /** The entrances for border systems of the border service and of its further replicas. */
    BORDER(8134),
    BORDER_2(8144),
    BORDER_3(8154);

    private final int usual;

    LocalPort(int usual) {
        this.usual = usual;
    }

    public int usual() {
        return usual;
    }

    /** The name of the environment variable, or of the line in {@code ttp.properties}, that moves it. */
    public String setting() {
        return "TTP_PORT_" + name();
    }
}
