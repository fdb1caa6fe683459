package org.chartroom.releng.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Assembles the product for this platform, to be started from where it is built.
 */
public final class Assemble {
    private Assemble() {
    }

    /**
     * Assembles the product.
     *
     * @param arguments folder of the features, list of resolved artifacts, folder of files to copy as they are, folder of
     *        the product, version of the product
     * @throws IOException when a file can't be read or written, or a feature names what is not there
     */
    public static void main(String[] arguments) throws IOException {
        new Assembly(Assembly.read(Path.of(arguments[0])), Artifacts.read(Path.of(arguments[1])), arguments[4],
                "linux-x86_64").assemble(Path.of(arguments[3]), List.of(Path.of(arguments[2])));
    }
}
