package org.trustedtrader.benefits.decision.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class PackedTest {

    private static final byte[] BLOCK =
            "What was asked, and what was said. ".repeat(500).getBytes(StandardCharsets.UTF_8);

    @Test
    void givesBackWhatWasPackedIn() {
        assertThat(Packed.unpack(Packed.pack(BLOCK), BLOCK.length)).isEqualTo(BLOCK);
        assertThat(Packed.pack(BLOCK)).hasSizeLessThan(BLOCK.length / 10);
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThat(Packed.unpack(Packed.pack(noise), noise.length)).isEqualTo(noise);
    }

    @Test
    void readsWhatEarlierVersionsDeflated() {
        assertThat(Packed.unpack(deflated(BLOCK), BLOCK.length)).isEqualTo(BLOCK);
    }

    @Test
    void saysThatABlockIsDamaged() {
        var packed = Packed.pack(BLOCK);
        assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(packed, BLOCK.length - 1));
        assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(packed, BLOCK.length + 1));
        var half = Arrays.copyOf(packed, packed.length / 2);
        assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(half, BLOCK.length));
        var halfDeflated = Arrays.copyOf(deflated(BLOCK), 40);
        assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(halfDeflated, BLOCK.length));
        assertThatIllegalStateException().isThrownBy(() -> Packed.unpack(new byte[] {1, 2}, 2));
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new byte[bytes.length];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        }
    }
}
