package org.trustedtrader.bench.subject;

import java.util.List;
import java.util.function.Function;
import org.trustedtrader.bench.load.Looked;
import org.trustedtrader.bench.load.Requests;

/**
 * A server that answers HTTP.
 *
 * @param path  the processes that take part in an answer
 * @param own   those of them that the subject adds
 * @param behind processes that work on afterwards, for which no answer waits
 * @param every which answers are checked: each so-manieth request, none if 0
 * @param check what is wrong with an answer, or nothing
 */
public record Target(
        Requests requests,
        List<Long> path,
        List<Long> own,
        List<Long> behind,
        int every,
        Function<Looked, List<String>> check) {

    public static Target unchecked(Requests requests, List<Long> path, List<Long> own) {
        return new Target(requests, path, own, List.of(), 0, _ -> List.of());
    }
}
