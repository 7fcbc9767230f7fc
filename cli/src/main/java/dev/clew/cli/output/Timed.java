package dev.clew.cli.output;

/** A result and how long it took. */
public record Timed<T>(T result, double seconds) {}
