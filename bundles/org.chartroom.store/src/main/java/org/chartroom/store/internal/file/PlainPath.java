package org.chartroom.store.internal.file;

import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Paths in a form that H2 can have in the address of a database: it takes what follows a semicolon for options, whatever
 * stands before the semicolon, so that a folder could be unusable by its name, or give H2 orders by it.
 */
public final class PlainPath extends FilePathWrapper {
    private static final String SCHEME = "plain";

    static {
        FilePath.register(new PlainPath());
    }

    /** For H2, which makes one for each path. */
    public PlainPath() {
        // Nothing is known before the path is.
    }

    /**
     * @param path any path, with or without the scheme of another file system of H2
     * @return the same path for H2, without a semicolon
     */
    public static String of(String path) {
        return SCHEME + ":" + escape(path);
    }

    private static String escape(String path) {
        return path.replace("%", "%25").replace(";", "%3B");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    protected FilePath unwrap(String path) {
        return FilePath.get(path.substring(getPrefix().length()).replace("%3B", ";").replace("%25", "%"));
    }

    @Override
    public FilePathWrapper wrap(FilePath base) {
        return base == null ? null : getPath(of(base.toString()));
    }
}
