package org.chartroom.exchange.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * Reads JSON as it is defined (RFC 8259), in UTF-8. Malformed bytes are refused rather than replaced, and of two fields of one
 * name none is dropped: the file is refused.
 */
public final class StrictJson {
    /** What has more zeros than this is no number of this world, and would fill the memory when it is written out. */
    private static final int MOST_ZEROS = 1000;

    private static final int LONGEST_PLACE = 120;
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+)");

    private StrictJson() {
    }

    /**
     * @param input a document
     * @return its content
     * @throws NoJsonException when it is no JSON; the message completes "because ..."
     * @throws IOException when it can't be read
     */
    public static JsonElement parse(InputStream input) throws IOException {
        JsonReader reader = new JsonReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement root = element(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new NoJsonException(Messages.bind(Messages.jsonDamaged, place(reader)));
            }
            return root;
        } catch (CharacterCodingException e) {
            throw new NoJsonException(Messages.jsonBytes, e);
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException | java.io.EOFException e) {
            // What the library says speaks to its developers; only the place in it helps.
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw new NoJsonException(place.find()
                    ? Messages.bind(Messages.jsonDamagedAt, new Object[]{place.group(1), place.group(2)})
                    : Messages.bind(Messages.jsonDamaged, place(reader)), e);
        }
    }

    /** A document is no JSON; the message completes "because ...". */
    public static final class NoJsonException extends IOException {
        private static final long serialVersionUID = 1L;

        NoJsonException(String message) {
            super(message);
        }

        NoJsonException(String message, Exception cause) {
            super(message, cause);
        }
    }

    /** Where the reader is; of what is nested too deeply to be said, the beginning. */
    private static String place(JsonReader reader) {
        String path = reader.getPath();
        return path.length() <= LONGEST_PLACE ? path : path.substring(0, LONGEST_PLACE) + "\u2026";
    }

    private static JsonElement element(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> new JsonPrimitive(reader.nextString());
        };
    }

    private static JsonPrimitive number(String text) throws IOException {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_ZEROS) {
            throw new NoJsonException(Messages.bind(Messages.jsonHuge, text));
        }
        return new JsonPrimitive(number);
    }

    private static JsonArray array(JsonReader reader) throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(element(reader));
        }
        reader.endArray();
        return array;
    }

    private static JsonObject object(JsonReader reader) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new NoJsonException(Messages.bind(Messages.jsonTwice, place(reader)));
            }
            object.add(name, element(reader));
        }
        reader.endObject();
        return object;
    }
}
