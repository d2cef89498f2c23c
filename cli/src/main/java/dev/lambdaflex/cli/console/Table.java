package dev.lambdaflex.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of cells whose columns are aligned; colours in a cell do not count. */
public final class Table {

    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

    private final String indent;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String indent) {
        this.indent = indent;
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** One line for each row, without trailing blanks. */
    public List<String> lines() {
        List<Integer> widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = width(row.get(i));
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        return widths;
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder(indent);
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).repeat(' ', widths.get(i) - width(row.get(i)) + 2);
        }
        return line.toString().stripTrailing();
    }

    static int width(String cell) {
        return ESCAPES.matcher(cell).replaceAll("").length();
    }
}
