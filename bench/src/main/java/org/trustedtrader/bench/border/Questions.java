package org.trustedtrader.bench.border;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustedtrader.bench.crowd.Answers;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.bench.load.Looked;
import org.trustedtrader.border.eligibility.Answer;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;

/** Requests with questions about a world, and what is wrong with the answers. */
public final class Questions {

    /** Two in a hundred are about identifiers that nobody has; drivers' cards are not enrolment's to announce. */
    public static final QuestionGenerator.Shares UNIFORM = new QuestionGenerator.Shares(0, 0, 0.02, 0);

    public static final QuestionGenerator.Shares ZIPF = new QuestionGenerator.Shares(1, 0, 0.02, 0);

    /** All about somebody. */
    public static final QuestionGenerator.Shares KNOWN = new QuestionGenerator.Shares(0, 0, 0, 0);

    private final List<List<QuestionGenerator.Asked>> requests = new ArrayList<>();
    private final Map<String, QuestionGenerator.Asked> byItem = new HashMap<>();
    private final Reference reference;

    /** @param weight how many questions each request asks */
    public Questions(World world, QuestionGenerator.Shares shares, int count, int weight, Reference reference) {
        this.reference = reference;
        var asker = new QuestionGenerator(world, 7, shares);
        for (int i = 0; i < count; i++) {
            List<QuestionGenerator.Asked> request = new ArrayList<>(weight);
            for (int k = 0; k < weight; k++) {
                var asked = asker.next();
                request.add(asked);
                byItem.put(asked.item().id(), asked);
            }
            requests.add(request);
        }
    }

    /** About one trader, by what border systems mostly know it by. */
    static QuestionGenerator.Asked about(World world, int trader) {
        var identifier = world.identifiers(trader).getFirst();
        return new QuestionGenerator.Asked(
                new Question.Item(identifier.scheme().name(), identifier.value()), trader, -1);
    }

    public List<String> paths() {
        return requests.stream()
                .map(request -> RunningBorder.path(request.getFirst()))
                .toList();
    }

    public List<String> bodies() {
        return requests.stream()
                .map(request -> request.stream()
                        .map(asked -> "{\"scheme\":\"" + asked.item().scheme() + "\",\"id\":\""
                                + asked.item().id() + "\"}")
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")))
                .toList();
    }

    /** What is wrong with an answer. */
    public List<String> faults(Looked looked) {
        return faults(looked, _ -> true);
    }

    /** The same for answers that say yes; the others may know less than there is to know. */
    public List<String> wrongYes(Looked looked) {
        return faults(looked, answer -> answer.outcome() == Outcome.ELIGIBLE);
    }

    private List<String> faults(Looked looked, Predicate<Answer.ItemAnswer> which) {
        try {
            var answers = Answers.read(looked.body());
            var asked = looked.request() < 0 ? asked(answers) : asked(looked.request());
            if (asked.size() != answers.items().size()) {
                return List.of(asked.size() + " questions, " + answers.items().size() + " answers");
            }
            List<String> faults = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                var answer = answers.items().get(i);
                if (which.test(answer)) {
                    faults.addAll(reference.faults(asked.get(i), looked.askedAt(), answers.asOf(), answer));
                }
            }
            return faults;
        } catch (RuntimeException e) {
            return List.of("an answer cannot be read: " + e);
        }
    }

    private List<QuestionGenerator.Asked> asked(long request) {
        return requests.get((int) (request % requests.size()));
    }

    /** The client that does not know which question an answer belongs to takes the answer's word for it. */
    private List<QuestionGenerator.Asked> asked(Answers answers) {
        return answers.items().stream().map(item -> byItem.get(item.id())).toList();
    }
}
