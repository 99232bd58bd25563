package org.trustedtrader.benefits.decision.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class BlockCompressionTest {

    private static final byte[] BLOCK =
            "What was asked, and what was said. ".repeat(500).getBytes(StandardCharsets.UTF_8);

    @Test
    void givesBackWhatWasPackedIn() {
        assertThat(BlockCompression.unpack(BlockCompression.pack(BLOCK), BLOCK.length))
                .isEqualTo(BLOCK);
        assertThat(BlockCompression.pack(BLOCK)).hasSizeLessThan(BLOCK.length / 10);
        var noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertThat(BlockCompression.unpack(BlockCompression.pack(noise), noise.length))
                .isEqualTo(noise);
    }

    @Test
    void readsWhatEarlierVersionsDeflated() {
        assertThat(BlockCompression.unpack(deflated(BLOCK), BLOCK.length)).isEqualTo(BLOCK);
    }

    @Test
    void saysThatABlockIsDamaged() {
        var packed = BlockCompression.pack(BLOCK);
        assertThatIllegalStateException().isThrownBy(() -> BlockCompression.unpack(packed, BLOCK.length - 1));
        assertThatIllegalStateException().isThrownBy(() -> BlockCompression.unpack(packed, BLOCK.length + 1));
        var half = Arrays.copyOf(packed, packed.length / 2);
        assertThatIllegalStateException().isThrownBy(() -> BlockCompression.unpack(half, BLOCK.length));
        var halfDeflated = Arrays.copyOf(deflated(BLOCK), 40);
        assertThatIllegalStateException().isThrownBy(() -> BlockCompression.unpack(halfDeflated, BLOCK.length));
        assertThatIllegalStateException().isThrownBy(() -> BlockCompression.unpack(new byte[] {1, 2}, 2));
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
