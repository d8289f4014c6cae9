package io.countersign.replay.archive;

import io.countersign.replay.source.Records;
import io.countersign.replay.source.Source;

/** What an archive holds, by the folder that it is in. */
enum ArchivedTopic {
    POLICIES("policies"),
    JOURNAL("journal"),
    CHECKPOINTS("checkpoints");

    private final String folder;

    ArchivedTopic(String folder) {
        this.folder = folder;
    }

    String folder() {
        return folder;
    }

    /** What {@code source} has of it from the offset {@code from} on. */
    Records of(Source source, int partition, long from) {
        return switch (this) {
            case POLICIES -> source.policies(partition);
            case JOURNAL -> source.journal(partition, from);
            case CHECKPOINTS -> source.checkpoints(partition);
        };
    }
}
