package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * HTTP/1.1 requests without anything that two readers might take for different requests: no length beside chunks, no two
 * lengths, no folded lines, no bare line feeds. What is plainer still is read in one go by {@link PlainHead}.
 */
final class StrictDecoder extends HttpRequestDecoder {

    static final int LONGEST_LINE = 4_096;
    static final int LARGEST_HEADERS = 16_384;

    private final LastCaller lastCaller;
    private boolean atStart = true;
    private boolean inHead = true;
    private boolean afterFirstLine;

    /** @param lastCaller whose plain requests are read as {@link PlainGet}s */
    StrictDecoder(LastCaller lastCaller) {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEADERS)
                .setAllowDuplicateContentLengths(false)
                .setStrictLineParsing(true));
        this.lastCaller = lastCaller;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
        if (atStart) {
            var plain = PlainHead.read(in, lastCaller, System.currentTimeMillis());
            if (plain != null) {
                out.add(plain);
                return;
            }
            atStart = false;
        }
        if (inHead && folded(in)) {
            throw new IllegalArgumentException("A header line is folded.");
        }
        int before = out.size();
        super.decode(context, in, out);
        for (int i = before; i < out.size(); i++) {
            Object message = out.get(i);
            inHead = message instanceof LastHttpContent || (inHead && !(message instanceof HttpMessage));
            atStart = message instanceof LastHttpContent last
                    && last.decoderResult().isSuccess();
            afterFirstLine &= inHead && !(message instanceof LastHttpContent);
        }
    }

    /** Lines are consumed whole, so the next byte to be read begins one. */
    private boolean folded(ByteBuf in) {
        int at = in.readerIndex();
        int end = in.writerIndex();
        if (afterFirstLine && at < end && isBlank(in.getByte(at))) {
            return true;
        }
        for (int line = in.indexOf(at, end, (byte) '\n'); line >= 0; line = in.indexOf(line + 1, end, (byte) '\n')) {
            if (line + 1 == end) {
                break;
            }
            byte first = in.getByte(line + 1);
            if (isBlank(first)) {
                return true;
            }
            if (first == '\r' || first == '\n') {
                break;
            }
        }
        afterFirstLine |= in.indexOf(at, end, (byte) '\n') >= 0;
        return false;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("There is a length beside chunks.");
    }
}
