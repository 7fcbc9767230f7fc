package dev.clew.core.model;

import dev.clew.core.graph.KeyType;

/**
 * What a model's bytes begin with.
 *
 * @param items how many keys follow
 * @param width the dimension of vectors, or the number of entries of rows
 */
record ModelHead(String recommender, KeyType keyType, Kind kind, int items, int width) {
    /** The kinds of content, by their names in the bytes. */
    enum Kind {
        VECTORS,
        ROWS
    }

    static ModelHead of(Model model) {
        if (model.content() instanceof RowContent rows) {
            return of(model, Kind.ROWS, rows.entries());
        }
        return of(model, Kind.VECTORS, model.content().dimension());
    }

    private static ModelHead of(Model model, Kind kind, int width) {
        return new ModelHead(
                model.recommender(), model.items().type(), kind, model.items().size(), width);
    }
}
