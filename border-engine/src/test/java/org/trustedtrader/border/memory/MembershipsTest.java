package org.trustedtrader.border.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.border.trader.Revision;

class MembershipsTest {

    @Test
    void oneThatIsPutInKeepsTheOrderAndEverybodysVersion() {
        var ids = List.of(
                UUID.fromString("80000000-0000-4000-8000-000000000000"),
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                UUID.fromString("ffffffff-0000-4000-8000-000000000000"),
                UUID.fromString("00000000-0000-4000-7000-000000000001"));
        var memberships = new Memberships();
        var expected = new TreeMap<String, Long>();
        for (int i = 0; i < ids.size(); i++) {
            var subject = Revision.MEMBERSHIP + ids.get(i);
            memberships.insert(ids.get(i));
            memberships.note(memberships.place(subject), i + 1);
            expected.put(subject, i + 1L);
        }

        var versions = new TreeMap<String, Long>();
        memberships.putInto(versions);
        assertThat(versions).isEqualTo(expected);
        assertThat(IntStream.range(0, memberships.count())
                        .mapToObj(memberships::subject)
                        .toList())
                .isEqualTo(new ArrayList<>(expected.keySet()));
    }
}
