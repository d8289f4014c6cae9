package io.countersign.replay.export;

import io.countersign.wire.chain.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/** The Merkle tree of RFC 6962 over any number of leaves, in the memory of its height. */
final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** The whole subtrees, the largest and oldest first, each smaller than the one before. */
    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    private record Subtree(int height, String hash) {}

    /** One more leaf, of 32 octets in hex. */
    void add(String leaf) {
        Subtree last = new Subtree(0, hash(LEAF, leaf, ""));
        while (!subtrees.isEmpty() && subtrees.getLast().height() == last.height()) {
            Subtree before = subtrees.removeLast();
            last = new Subtree(last.height() + 1, hash(NODE, before.hash(), last.hash()));
        }
        subtrees.addLast(last);
    }

    /** The root in hex; of no leaves, the hash of nothing. */
    String root() {
        if (subtrees.isEmpty()) {
            return HexFormat.of().formatHex(Sha256.of());
        }
        String right = subtrees.getLast().hash();
        boolean first = true;
        for (java.util.Iterator<Subtree> each = subtrees.descendingIterator(); each.hasNext(); ) {
            String left = each.next().hash();
            right = first ? left : hash(NODE, left, right);
            first = false;
        }
        return right;
    }

    private static String hash(byte[] kind, String left, String right) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(Sha256.of(kind, hex.parseHex(left), hex.parseHex(right)));
    }
}
