package io.countersign.gateway.gate;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection with a gate, and behind it somebody who answers. */
final class GatedConnection {

    private final EmbeddedChannel channel;
    private final List<String> passed = new ArrayList<>();

    GatedConnection(Room room) {
        channel = new EmbeddedChannel(new Gate(room));
    }

    EmbeddedChannel channel() {
        return channel;
    }

    void send(String octets) {
        arrive(octets);
        answerAll();
    }

    void arrive(String octets) {
        channel.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
    }

    void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    List<String> passed() {
        answerAll();
        List<String> messages = List.copyOf(passed);
        passed.clear();
        return messages;
    }

    /** As the library does, each in its turn. */
    private void answerAll() {
        for (String request = next(); request != null; request = next()) {
            passed.add(request);
            answer("HTTP/1.1 200 OK\r\n\r\n");
        }
    }

    void answer(String octets) {
        channel.writeOutbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
        channel.runPendingTasks();
        channel.releaseOutbound();
    }

    @Nullable
    String next() {
        ByteBuf request = channel.readInbound();
        if (request == null) {
            return null;
        }
        String text = request.toString(StandardCharsets.ISO_8859_1);
        request.release();
        return text;
    }
}
