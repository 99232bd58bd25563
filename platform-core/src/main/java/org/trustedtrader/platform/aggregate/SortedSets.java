package org.trustedtrader.platform.aggregate;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Unmodifiable sets in natural order, for what is stored, announced or shown. {@link Set#copyOf} orders the same values differently
 * in each JVM.
 */
public final class SortedSets {

    private SortedSets() {}

    public static <T extends Comparable<? super T>> Set<T> copyOf(Collection<? extends T> values) {
        return Collections.unmodifiableSet(new TreeSet<T>(values));
    }

    public static <T extends Comparable<? super T>> Collector<T, ?, Set<T>> toSortedSet() {
        return Collectors.collectingAndThen(Collectors.toCollection(TreeSet<T>::new), Collections::unmodifiableSet);
    }
}
