package org.trustedtrader.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Asks whether a program on loopback answers. */
final class Probe {
    private static final int MILLIS = 1_500;

    private Probe() {}

    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A listening broker answers the protocol header with its first method; one that still recovers does not. */
    static boolean speaksAmqp(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), MILLIS);
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write("AMQP\0\0\t\1".getBytes(US_ASCII));
            return socket.getInputStream().read() == 1;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answersOk(String url) {
        return answers(url, 200);
    }

    /** Whether a call without a token is answered 401, as the gateway does. */
    static boolean refusesStrangers(String url) {
        return answers(url, 401);
    }

    private static boolean answers(String url, int status) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            try {
                return connection.getResponseCode() == status;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
