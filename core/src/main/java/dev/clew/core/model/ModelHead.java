package dev.clew.core.model;

import dev.clew.core.graph.KeyType;
import dev.clew.core.vectors.AttributeEncoder;

/**
 * What a model's bytes begin with.
 *
 * @param items how many keys follow
 * @param width the dimension of vectors, or the number of entries of rows
 * @param columns of the attribute encoder, or {@link #NO_ENCODER}
 */
record ModelHead(String recommender, KeyType keyType, Kind kind, int items, int width, int columns) {
    static final int NO_ENCODER = -1;

    /** The kinds of content, by their names in the bytes. */
    enum Kind {
        VECTORS,
        ROWS
    }

    static ModelHead of(Model model) {
        if (model.content() instanceof RowContent rows) {
            return of(model, Kind.ROWS, rows.entries(), NO_ENCODER);
        }
        AttributeEncoder encoder = ((VectorContent) model.content()).encoder();
        int columns = encoder == null ? NO_ENCODER : encoder.space().size();
        return of(model, Kind.VECTORS, model.content().dimension(), columns);
    }

    private static ModelHead of(Model model, Kind kind, int width, int columns) {
        ItemKeys items = model.items();
        return new ModelHead(model.recommender(), items.type(), kind, items.size(), width, columns);
    }
}
