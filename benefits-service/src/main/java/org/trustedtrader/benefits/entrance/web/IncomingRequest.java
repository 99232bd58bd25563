package org.trustedtrader.benefits.entrance.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.token.BearerToken;
import org.trustedtrader.platform.web.DuplicateAuthorizationException;
import org.trustedtrader.platform.web.ProblemMapper;

/** The request that a connection reads or answers, or none; its room for bodies serves one request after the other. */
final class IncomingRequest {

    private static final int LARGEST_KEPT_BODY = 262_144;
    private static final byte[] NO_BODY = {};
    private static final RequestTarget NO_TARGET = RequestTarget.of(HttpMethod.GET, "/");

    private final long largestBody;
    private @Nullable HttpRequest head;
    private RequestTarget target = NO_TARGET;
    private byte[] body = NO_BODY;
    private int length;
    private boolean arrived;

    IncomingRequest(long largestBody) {
        this.largestBody = largestBody;
    }

    void begin(HttpRequest newHead) {
        head = newHead;
        target = RequestTarget.of(newHead.method(), newHead.uri());
        length = 0;
        arrived = !HttpUtil.isTransferEncodingChunked(newHead) && HttpUtil.getContentLength(newHead, 0) == 0;
    }

    void end() {
        head = null;
        target = NO_TARGET;
        if (body.length > LARGEST_KEPT_BODY) {
            body = NO_BODY;
        }
    }

    boolean isOpen() {
        return head != null;
    }

    RequestTarget.Kind kind() {
        return target.kind();
    }

    /** Why the head means nothing, or two things, so that the connection must end; null if it is well formed. */
    @Nullable
    Problem malformation() {
        if (head == null || isAmbiguous(head)) {
            return ProblemMapper.malformedRequest();
        }
        if (target.kind() == RequestTarget.Kind.MALFORMED) {
            return ProblemMapper.malformedAddress();
        }
        return count(head.headers(), HttpHeaderNames.AUTHORIZATION) > 1
                ? ProblemMapper.of(new DuplicateAuthorizationException())
                : null;
    }

    /** Whether two readers might take it for something else, or it is of another protocol. */
    private static boolean isAmbiguous(HttpRequest head) {
        var headers = head.headers();
        return head.protocolVersion() != HttpVersion.HTTP_1_1
                || count(headers, HttpHeaderNames.HOST) != 1
                || (headers.contains(HttpHeaderNames.EXPECT) && !HttpUtil.is100ContinueExpected(head))
                || (headers.contains(HttpHeaderNames.TRANSFER_ENCODING)
                        && !HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(
                                String.join(",", headers.getAll(HttpHeaderNames.TRANSFER_ENCODING))));
    }

    private static int count(HttpHeaders headers, CharSequence name) {
        int count = 0;
        for (var values = headers.valueCharSequenceIterator(name); values.hasNext(); values.next()) {
            count++;
        }
        return count;
    }

    /** Takes more of the body. @return why not; null if it was taken */
    @Nullable
    Problem append(ByteBuf content) {
        int more = content.readableBytes();
        if (length + more > largestBody) {
            return ProblemMapper.tooLarge(DataSize.ofBytes(largestBody));
        }
        if (body.length - length < more) {
            body = Arrays.copyOf(body, Math.max(length + more, Math.min(body.length * 2, LARGEST_KEPT_BODY)));
        }
        content.readBytes(body, length, more);
        length += more;
        return null;
    }

    /** It has arrived whole. */
    RequestReader.WholeRequest whole() {
        if (head == null) {
            throw new IllegalStateException("There is no request.");
        }
        arrived = true;
        return new RequestReader.WholeRequest(head.method(), head.uri(), target, head.headers(), body, length);
    }

    /** Whether its sender waits to be told to send the body. */
    boolean expectsContinue() {
        return head != null && HttpUtil.is100ContinueExpected(head);
    }

    /**
     * Whether the connection ends with the answer. After a refusal in the middle of a request it must, since what follows may
     * be anything; and after chunks, since a length may have stood beside them (RFC 9112 section 6.3).
     */
    boolean isLast() {
        return head == null || !arrived || HttpUtil.isTransferEncodingChunked(head) || !HttpUtil.isKeepAlive(head);
    }

    @Nullable
    String bearerToken() {
        return BearerToken.of(header(HttpHeaderNames.AUTHORIZATION));
    }

    /** As problem documents name it. */
    String path() {
        return head == null ? "" : RequestTarget.path(head.uri());
    }

    Locale language() {
        return Languages.accepted(header(HttpHeaderNames.ACCEPT_LANGUAGE));
    }

    String traceId() {
        return EntranceResponses.traceId(header("traceparent"));
    }

    private @Nullable String header(CharSequence name) {
        return head == null ? null : head.headers().get(name);
    }
}
