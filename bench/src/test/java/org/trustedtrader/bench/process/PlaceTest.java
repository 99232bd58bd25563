package org.trustedtrader.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void endsWhatItStartedAndLeavesNoFile() {
        var place = new Place();
        var file = place.write("some", "text");
        var child = place.start("sleep", List.of("sleep", "600"));
        assertThat(ProcessHandle.of(child.pid())).isPresent();
        place.close();
        assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void startsNothingOnceItIsClosed() {
        var place = new Place();
        assertThat(place.isClosed()).isFalse();
        place.close();
        assertThat(place.isClosed()).isTrue();
        var before = ProcessHandle.current().children().count();
        assertThatThrownBy(() -> place.start("sleep", List.of("sleep", "600")))
                .isInstanceOf(Trouble.class)
                .hasMessage("the bench is ending");
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }
}
