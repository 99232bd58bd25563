package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The request that a connection is at, while it arrives and until it is answered. */
final class Incoming {

    private static final String CHUNKED = "chunked";
    private static final byte[] NOTHING = {};
    private static final int LARGEST_KEPT = 262_144;

    private @Nullable HttpRequest head;
    private @Nullable PlainGet plain;
    private Address address = Address.of(HttpMethod.GET, "/");
    private byte[] body = NOTHING;
    private int length;
    private boolean arrived;

    void begins(HttpRequest request) {
        head = request;
        address = Address.of(request.method(), request.uri());
        length = 0;
        arrived = !hasBody(request.headers());
    }

    void isWhole(PlainGet get) {
        plain = get;
        arrived = true;
    }

    boolean isNone() {
        return head == null && plain == null;
    }

    /** Whether the body is awaited. */
    boolean isArriving() {
        return head != null;
    }

    Address address() {
        return address;
    }

    /** Whether two readers might take it for something else, or it is of another protocol. */
    boolean isDoubtful() {
        var request = Objects.requireNonNull(head);
        var headers = request.headers();
        var encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return request.protocolVersion() != HttpVersion.HTTP_1_1
                || headers.getAll(HttpHeaderNames.HOST).size() != 1
                || (headers.contains(HttpHeaderNames.EXPECT) && !isToBeToldToGoOn())
                || !(encodings.isEmpty() || (encodings.size() == 1 && CHUNKED.equalsIgnoreCase(encodings.getFirst())));
    }

    boolean isToBeToldToGoOn() {
        return head != null && HttpUtil.is100ContinueExpected(head);
    }

    private static boolean hasBody(HttpHeaders headers) {
        var length = headers.get(HttpHeaderNames.CONTENT_LENGTH);
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || (length != null && !length.equals("0"));
    }

    /** @return false if that is more than it may have */
    boolean add(ByteBuf content, long most) {
        int more = content.readableBytes();
        if (length + more > most) {
            return false;
        }
        if (body.length - length < more) {
            body = Arrays.copyOf(body, Math.max(length + more, Math.min(body.length * 2, LARGEST_KEPT)));
        }
        content.readBytes(body, length, more);
        length += more;
        return true;
    }

    Asked ends() {
        var request = Objects.requireNonNull(head);
        arrived = true;
        return new Asked(request.method(), request.uri(), address, request.headers(), body, length);
    }

    /** As problem documents name it. */
    String path() {
        return plain != null ? plain.path() : head == null ? "" : Address.path(head.uri());
    }

    boolean isHead() {
        return head != null && HttpMethod.HEAD.equals(head.method());
    }

    /**
     * How to reply. After a refusal in the middle of a request the connection ends too: what follows may be anything.
     *
     * @param last whether the connection ends in any case
     */
    Replies.Manner manner(boolean last) {
        if (plain != null) {
            return new Replies.Manner(TraceId.of(plain.traceparent()), last, false);
        }
        if (head == null) {
            return new Replies.Manner(TraceId.of(null), true, false);
        }
        var headers = head.headers();
        boolean close = last || !arrived || headers.contains(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true);
        return new Replies.Manner(TraceId.of(headers.get("traceparent")), close, isHead());
    }

    /** It is answered. */
    void isOver() {
        head = null;
        plain = null;
        if (body.length > LARGEST_KEPT) {
            body = NOTHING;
        }
    }
}
