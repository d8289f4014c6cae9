package io.countersign.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the floor carries is what it was given, in records of the system's sizes. */
class FrameTest {

    private static final Frame FRAME = new Frame(42, "POST", "/a?b=c", "coin=USDT&signature=x%2By");

    @Test
    void aRecordHasTheSystemsSizeAndTheRequestComesOutOfItUnchanged() {
        byte[] octets = FRAME.encode(500);

        assertThat(octets).hasSize(500);
        assertThat(Frame.decode(octets)).isEqualTo(FRAME);
        assertThat(Frame.number(octets)).isEqualTo(42);
    }

    @Test
    void whatIsLongerThanTheSystemsRecordIsNotCut() {
        assertThat(Frame.decode(FRAME.encode(10))).isEqualTo(FRAME);
    }
}
