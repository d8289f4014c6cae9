package io.countersign.sandbox;

import io.countersign.sandbox.settings.SandboxException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two starts in one directory apart. The system drops it when its holder dies. */
record StartLock(FileChannel channel) {
    static StartLock take(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new SandboxException("another start is under way in " + file.getParent());
            }
            return new StartLock(channel);
        } catch (IOException e) {
            throw new SandboxException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new SandboxException("cannot unlock", e);
        }
    }
}
