package org.trustedtrader.gateway.border;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import org.trustedtrader.gateway.trace.RequestTrace;
import org.trustedtrader.gateway.trace.TraceParent;

/** What the service sees of a question's headers: those that everything else may carry too, and the trace. */
final class PassedOn {

    static final String TRACE = RequestTrace.PARENT_HEADER;

    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    PassedOn(List<String> names) {
        this.names.addAll(names);
        this.names.remove(TRACE);
    }

    HttpHeaders of(HttpHeaders asked, TraceParent trace) {
        HttpHeaders passed =
                DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
        Iterator<Entry<CharSequence, CharSequence>> all = asked.iteratorCharSequence();
        while (all.hasNext()) {
            Entry<CharSequence, CharSequence> header = all.next();
            if (names.contains(header.getKey().toString())) {
                passed.add(header.getKey(), ascii(header.getValue()));
            }
        }
        return passed.set(TRACE, trace.header());
    }

    /** The encoder copies such texts whole, and others letter by letter; a token is long, and all here is printable. */
    private static AsciiString ascii(CharSequence value) {
        return new AsciiString(value.toString().getBytes(StandardCharsets.US_ASCII), false);
    }
}
