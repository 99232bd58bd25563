package org.trustedtrader.bench.load;

import java.time.Instant;

/** An answer that was kept to be checked. @param request its number among the {@link Requests}, -1 if the client cannot say */
public record Looked(long request, Instant askedAt, byte[] body) {}
