package io.countersign.gateway.events;

import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to one reader.
 *
 * @param cursor how far the reader has then read; null where the notice is not of a topic
 */
public record Told(@Nullable Cursor cursor, Notice notice) {}
