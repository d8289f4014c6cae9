package io.countersign.replay.progress;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, on the terminal that stderr is. */
final class BarProgress implements Progress {

    private static final int NARROWEST = 20;
    private static final int WIDEST = 100;

    private final ProgressBar bar;

    /** As wide as the terminal, up to a bound: a bar that wraps is drawn anew on a line of its own each time. */
    BarProgress(String task, long total) {
        int width = width(Integer.getInteger("countersign.replay.columns", WIDEST));
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, width))
                .setMaxRenderedLength(width)
                .showSpeed()
                .build();
    }

    /** The last column stays free: some terminals wrap as soon as it is written. */
    static int width(int columns) {
        return Math.clamp(columns - 1L, NARROWEST, WIDEST);
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
