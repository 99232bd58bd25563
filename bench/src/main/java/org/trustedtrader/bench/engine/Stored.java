package org.trustedtrader.bench.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.trustedtrader.border.status.RevisionStore;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Revision;

/** A store that holds what the world says and what was added; of the world it keeps nothing but who has which number. */
final class Stored implements RevisionStore {

    private final World world;
    private final Map<String, List<Revision>> added = new ConcurrentHashMap<>();

    /** Business number and, in the lower half, whose it is, in ascending order; made when a file is first read. */
    private long[] numbers = {};

    Stored(World world) {
        this.world = world;
    }

    @Override
    public Map<String, List<Revision>> append(Map<String, List<Revision>> more) {
        Map<String, List<Revision>> all = new HashMap<>();
        more.forEach((file, states) -> {
            added.merge(
                    file,
                    states,
                    (before, one) -> Stream.concat(before.stream(), one.stream())
                            .distinct()
                            .toList());
            all.put(file, read(file));
        });
        return all;
    }

    @Override
    public List<Revision> read(String file) {
        List<Revision> states = new ArrayList<>();
        if (file.startsWith(Revision.COMPANY)) {
            states.addAll(world.trader(trader(file.substring(Revision.COMPANY.length()))));
        }
        states.addAll(added.getOrDefault(file, List.of()));
        return states;
    }

    /** In a world every membership's company is known. */
    @Override
    public List<String> orphans() {
        return List.of();
    }

    @Override
    public String name() {
        return "world";
    }

    @Override
    public void forEach(BiConsumer<String, List<Revision>> consumer) {
        for (int i = 0; i < world.traders(); i++) {
            consumer.accept(Revision.COMPANY + world.bn9(i), world.trader(i));
        }
        for (int i = 0; i < world.cards(); i++) {
            consumer.accept(Revision.DRIVER_CARD + world.cardNumber(i), world.card(i));
        }
    }

    private synchronized int trader(String bn9) {
        if (numbers.length == 0) {
            numbers = new long[world.traders()];
            Arrays.setAll(numbers, i -> Long.parseLong(world.bn9(i)) << 32 | i);
            Arrays.sort(numbers);
        }
        var at = -Arrays.binarySearch(numbers, Long.parseLong(bn9) << 32 | Integer.MAX_VALUE) - 2;
        return (int) numbers[at];
    }
}
