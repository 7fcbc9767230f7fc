package dev.clew.ingest.mapping;

/** What the data files of a mapping are. */
enum MappingFormat {
    CSV("csv"),
    JSONL("jsonl");

    private final String sourceName;

    MappingFormat(String sourceName) {
        this.sourceName = sourceName;
    }

    String sourceName() {
        return sourceName;
    }
}
