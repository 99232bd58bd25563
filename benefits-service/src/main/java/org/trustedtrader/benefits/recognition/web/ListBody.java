package org.trustedtrader.benefits.recognition.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.trustedtrader.benefits.recognition.RawRows;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.problem.ProblemType;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.RequestRefusedException;

/** The body of a partner's list before its rows are read: its type and encoding are checked, in the partner's terms. */
final class ListBody {

    private static final String CHARSET = "charset";

    private ListBody() {}

    /**
     * @throws RequestRefusedException 415 for a charset other than UTF-8
     * @throws Refusal.InvalidInput if the body is empty or is not UTF-8
     */
    static RawRows rows(byte[] body, MediaType type) {
        var charset = type.getParameter(CHARSET);
        if (charset != null && !isUtf8(charset)) {
            throw new RequestRefusedException(
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "benefits.list.charset", charset));
        }
        if (body.length == 0) {
            throw unreadable("benefits.list.empty");
        }
        var line = firstLineThatIsNotUtf8(body);
        if (line > 0) {
            throw unreadable("benefits.list.not-utf8", line);
        }
        return type.isCompatibleWith(MediaType.APPLICATION_JSON) ? new JsonRows(body) : new CsvRows(body);
    }

    static Refusal.InvalidInput unreadable(String key, @Nullable Object... args) {
        return new Refusal.InvalidInput("list", Message.of(key, args));
    }

    private static boolean isUtf8(String charset) {
        var name = charset.replace("\"", "").toLowerCase(Locale.ROOT);
        return name.equals("utf-8") || name.equals("utf8") || name.equals("us-ascii");
    }

    /** From 1; 0 if all of it is UTF-8. */
    private static int firstLineThatIsNotUtf8(byte[] body) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(body);
        var out = CharBuffer.allocate(8192);
        while (true) {
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return lineOf(body, in.position());
            }
            if (result.isUnderflow()) {
                return 0;
            }
            out.clear();
        }
    }

    private static int lineOf(byte[] body, int end) {
        int line = 1;
        for (int i = 0; i < end; i++) {
            line += body[i] == '\n' ? 1 : 0;
        }
        return line;
    }
}
