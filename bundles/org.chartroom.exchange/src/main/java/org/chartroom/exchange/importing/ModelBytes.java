package org.chartroom.exchange.importing;

import java.io.IOException;
import java.io.InputStream;

import org.chartroom.exchange.csv.ImportException;

/** The bytes of a model file, which is read as a whole. */
public final class ModelBytes {
    /** A register of 100,000 risks has a fifth of it. */
    static final int LARGEST = 256 * 1024 * 1024;

    private ModelBytes() {
    }

    /**
     * @param file name of the file, for the message
     * @param input the file
     * @return its bytes
     * @throws ImportException when there are more than can be held
     * @throws IOException when it can't be read
     */
    public static byte[] read(String file, InputStream input) throws IOException {
        return read(file, input, LARGEST);
    }

    static byte[] read(String file, InputStream input, int most) throws IOException {
        byte[] content = input.readNBytes(most);
        if (content.length == most && input.read() >= 0) {
            throw new ImportException(Messages.bind(Messages.modelTooLarge, file, most / (1024 * 1024)));
        }
        return content;
    }
}
