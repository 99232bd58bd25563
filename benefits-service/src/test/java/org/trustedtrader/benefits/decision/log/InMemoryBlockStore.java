package org.trustedtrader.benefits.decision.log;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store of blocks that can be away, or take a block and not say so. */
public final class InMemoryBlockStore implements BlockStore {

    public final Map<Long, ConcurrentSkipListMap<Long, Block>> kept = new ConcurrentHashMap<>();
    public final Map<Long, Instant> runs = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile boolean silent;

    public void away(boolean now) {
        away = now;
    }

    /** Keeps the next block, but its answer is lost. */
    public void losesOneAnswer() {
        silent = true;
    }

    public int blocks() {
        return kept.values().stream().mapToInt(Map::size).sum();
    }

    public int records() {
        return kept.values().stream()
                .flatMap(run -> run.values().stream())
                .mapToInt(Block::records)
                .sum();
    }

    @Override
    public long put(Block block) {
        answer();
        var before = kept.computeIfAbsent(block.run(), _ -> new ConcurrentSkipListMap<>())
                .putIfAbsent(block.from(), block);
        if (silent) {
            silent = false;
            throw new IllegalStateException("the answer was lost");
        }
        return before == null ? block.to() : before.to();
    }

    @Override
    public OptionalLong lastStart(long run, long from, long to) {
        answer();
        var last = of(run).lowerKey(to);
        return last == null || last < from ? OptionalLong.empty() : OptionalLong.of(last);
    }

    @Override
    public Optional<Block> find(long run, long place) {
        answer();
        return Optional.ofNullable(of(run).floorEntry(place)).map(Map.Entry::getValue);
    }

    @Override
    public void complete(long run, Instant until, boolean ended) {
        answer();
        if (ended) {
            runs.remove(run);
        } else {
            runs.put(run, until);
        }
    }

    private ConcurrentSkipListMap<Long, Block> of(long run) {
        return kept.getOrDefault(run, new ConcurrentSkipListMap<>());
    }

    private void answer() {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
    }
}
