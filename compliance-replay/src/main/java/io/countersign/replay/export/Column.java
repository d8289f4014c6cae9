package io.countersign.replay.export;

/** One column of a table; null where it does not apply. Decimals and times are text: no tool rounds them. */
record Column(String name, Type type) {

    /** What it holds. */
    enum Type {
        TEXT,
        WHOLE_NUMBER
    }

    static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Type.WHOLE_NUMBER);
    }
}
