package org.trustedtrader.bench.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.bench.load.Requests;
import org.trustedtrader.bench.process.Child;
import org.trustedtrader.bench.process.Installed;
import org.trustedtrader.bench.process.Place;
import org.trustedtrader.bench.process.Ports;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.bench.subject.Target;

/** One nginx worker that gives a fixed answer from its configuration, or passes on to one that does. */
public final class Nginx {

    /** What fits into one parameter of nginx's configuration. */
    private static final int LONGEST = 4_000;

    private static final String SETTINGS = """
            daemon off;
            worker_processes 1;
            pid "%1$s/pid";
            events { worker_connections 1024; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              keepalive_timeout 600s;
              client_body_temp_path "%1$s/a";
              proxy_temp_path "%1$s/b";
              fastcgi_temp_path "%1$s/c";
              uwsgi_temp_path "%1$s/d";
              scgi_temp_path "%1$s/e";
              %2$s
            }
            """;

    private final Child child;
    private final int port;

    private Nginx(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /** @param length of the JSON body */
    public static Nginx fixed(Place place, int length) {
        if (length > LONGEST) {
            throw new Trouble("a body of " + length + " bytes does not fit into nginx's configuration");
        }
        var port = Ports.free();
        var body = "{\"answer\":\"" + "x".repeat(Math.max(0, length - 13)) + "\"}";
        return start(place, "nginx", port, """
                server {
                  listen 127.0.0.1:%d;
                  location / { default_type application/json; return 200 '%s'; }
                }""".formatted(port, body));
    }

    public static Nginx proxy(Place place, Nginx behind) {
        var port = Ports.free();
        return start(place, "nginx-proxy", port, """
                upstream behind { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000000; }
                server {
                  listen 127.0.0.1:%d;
                  location / {
                    proxy_pass http://behind;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                  }
                }""".formatted(behind.port, port));
    }

    private static Nginx start(Place place, String name, int port, String server) {
        var folder = place.folder(name);
        var settings = place.write(name + ".conf", SETTINGS.formatted(folder, server));
        var child = place.start(
                name,
                List.of(
                        Installed.need("nginx").toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        folder.resolve("errors").toString(),
                        "-c",
                        settings.toString()));
        child.awaitPort(port, Duration.ofSeconds(10));
        return new Nginx(child, port);
    }

    /** Asked with the same headers as ours, so that it reads as much. */
    public Target target(String path, List<String> ids, String headers, List<Nginx> behind) {
        var all = new ArrayList<>(List.of(child.pid()));
        behind.forEach(other -> all.add(other.child.pid()));
        return Target.unchecked(Requests.get(port, path, ids, headers), all, List.of(child.pid()));
    }
}
