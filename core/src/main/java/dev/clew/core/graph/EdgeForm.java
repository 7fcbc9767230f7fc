package dev.clew.core.graph;

/** What the edges of one type need to be kept exactly: gathered edge by edge, then used to make arrays as narrow as may be. */
final class EdgeForm {
    private final FloatDictionary weights = new FloatDictionary();
    private boolean weighted;
    private boolean timed;
    private long idBits;

    void add(float weight, int timeSeconds, long relationshipId) {
        weighted |= weight != 1f;
        timed |= timeSeconds != 0;
        idBits |= relationshipId;
        weights.add(weight);
    }

    /** Room for so many of the edges that were added. */
    EdgeArrays arrays(int size) {
        return new EdgeArrays(
                new int[size],
                null,
                weighted ? Weights.sized(size, weights) : null,
                timed ? new int[size] : null,
                RelationshipIds.sized(size, idBits));
    }
}
