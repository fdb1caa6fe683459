package org.chartroom.exchange.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

/** How large a file of a kind may be that is read; what is larger would fill the memory, and is refused before. */
public enum FileBound {
    /** Rows of text and sheets, which are read one after the other. */
    TABLE(512),
    /** JSON and XML documents and schedules, which are there as objects as a whole. */
    DOCUMENT(64),
    /** Model files; a register of 100,000 risks has a fifth of it. */
    MODEL(256);

    private static final int MEGABYTE = 1024 * 1024;

    private final int megabytes;

    FileBound(int megabytes) {
        this.megabytes = megabytes;
    }

    /**
     * @param file a file
     * @throws ImportException when it is larger
     * @throws IOException when its size can't be known
     */
    public void check(Path file) throws IOException {
        if (Files.size(file) > (long) megabytes * MEGABYTE) {
            throw tooLarge(String.valueOf(file.getFileName()));
        }
    }

    /**
     * Reads a file as a whole.
     *
     * @param file name of the file, for the message
     * @param input the file
     * @return its bytes
     * @throws ImportException when there are more
     * @throws IOException when it can't be read
     */
    public byte[] read(String file, InputStream input) throws IOException {
        int most = megabytes * MEGABYTE;
        byte[] content = input.readNBytes(most);
        if (content.length == most && input.read() >= 0) {
            throw tooLarge(file);
        }
        return content;
    }

    private ImportException tooLarge(String file) {
        return new ImportException(
                NLS.bind(this == MODEL ? Messages.modelTooLarge : Messages.fileTooLarge, file, megabytes));
    }
}
