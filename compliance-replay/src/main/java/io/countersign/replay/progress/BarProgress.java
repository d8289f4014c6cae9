package io.countersign.replay.progress;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, on the terminal that stderr is. */
final class BarProgress implements Progress {

    private static final int WIDTH = 100;

    private final ProgressBar bar;

    BarProgress(String task, long total) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
                .setMaxRenderedLength(WIDTH)
                .showSpeed()
                .build();
    }

    @Override
    public void step(long offsets) {
        bar.stepBy(offsets);
    }

    @Override
    public void close() {
        bar.close();
    }
}
