package org.chartroom.store.internal.file;

import java.security.SecureRandom;

/**
 * Hashes for sums that tell whether two sets of entries are equal in any order. Each instance has a seed of its own, unknown to
 * whoever made a file: else he could choose entries whose sums are equal.
 */
public final class Spread {
    static final long FACTOR_1 = 0xBF58476D1CE4E5B9L;
    static final long FACTOR_2 = 0x94D049BB133111EBL;
    private static final int SHIFT_1 = 30;
    private static final int SHIFT_2 = 27;
    private static final int SHIFT_3 = 31;

    private final long seed = new SecureRandom().nextLong();

    /**
     * @param key what a hash begins with
     * @return its first hash
     */
    public long first(long key) {
        return of(seed + key);
    }

    /**
     * @param value a number
     * @return the number spread over all bits, as SplittableRandom does
     */
    public static long of(long value) {
        long mixed = (value ^ value >>> SHIFT_1) * FACTOR_1;
        mixed = (mixed ^ mixed >>> SHIFT_2) * FACTOR_2;
        return mixed ^ mixed >>> SHIFT_3;
    }
}
