package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** A connection beyond the most that there may be: it is told so and ends. */
final class TurnedAway extends ChannelInboundHandlerAdapter {

    private final Lane lane;

    TurnedAway(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var manner = new Replies.Manner(TraceId.of(null), true, false);
        ByteBuf reply = lane.replies.problem(context.alloc(), lane.overloaded(), "", manner);
        context.writeAndFlush(reply).addListener(ChannelFutureListener.CLOSE);
    }
}
