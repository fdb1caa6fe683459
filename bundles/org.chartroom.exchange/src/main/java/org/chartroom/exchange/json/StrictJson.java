package org.chartroom.exchange.json;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
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
        JsonReader reader = reader(input);
        try {
            JsonElement root = element(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw damaged(reader, null);
            }
            return root;
        } catch (CharacterCodingException e) {
            throw new NoJsonException(Messages.jsonBytes, line(reader), e);
        } catch (MalformedJsonException | IllegalStateException | NumberFormatException | EOFException e) {
            // What the library says speaks to its developers; only the place in it helps.
            throw damaged(reader, e);
        }
    }

    private static JsonReader reader(InputStream input) {
        JsonReader reader = new JsonReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    private static NoJsonException damaged(JsonReader reader, Exception cause) {
        boolean isDeep = reader.getPath().chars().filter(sign -> sign == '[' || sign == '.').count() >= reader
                .getNestingLimit();
        return new NoJsonException(isDeep
                ? Messages.bind(Messages.jsonDeep, reader.getNestingLimit())
                : Messages.bind(Messages.jsonDamaged, place(reader)[1]), line(reader), cause);
    }

    private static int line(JsonReader reader) {
        return Integer.parseInt(place(reader)[0]);
    }

    /** Line and column; the reader tells them in no other way. */
    private static String[] place(JsonReader reader) {
        Matcher place = PLACE.matcher(reader.toString());
        return place.find() ? new String[]{place.group(1), place.group(2)} : new String[]{"1", "1"};
    }

    /**
     * @param content JSON that is well-formed
     * @param path a path in it, like $.artifacts[0].key
     * @return number of the line where the value stands, or else where the nearest one around it begins
     */
    public static int line(byte[] content, String path) {
        JsonReader reader = reader(new ByteArrayInputStream(content));
        int found = 1;
        int length = 0;
        try {
            for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
                String at = reader.getPath();
                boolean isBegin = token != JsonToken.END_ARRAY && token != JsonToken.END_OBJECT
                        && token != JsonToken.NAME;
                boolean isAround = path.equals(at)
                        || path.startsWith(at) && ".[".indexOf(path.charAt(at.length())) >= 0;
                if (isBegin && isAround && at.length() > length) {
                    found = line(reader);
                    length = at.length();
                }
                skip(reader, token);
            }
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            // It could be read a moment ago; the line is that of what could be found.
            return found;
        }
        return found;
    }

    private static void skip(JsonReader reader, JsonToken token) throws IOException {
        switch (token) {
            case BEGIN_ARRAY -> reader.beginArray();
            case END_ARRAY -> reader.endArray();
            case BEGIN_OBJECT -> reader.beginObject();
            case END_OBJECT -> reader.endObject();
            case NAME -> reader.nextName();
            default -> reader.skipValue();
        }
    }

    /** A document is no JSON; the message completes "because ...". */
    public static final class NoJsonException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int line;

        NoJsonException(String message, int line) {
            this(message, line, null);
        }

        NoJsonException(String message, int line, Exception cause) {
            super(message, cause);
            this.line = line;
        }

        /** @return number of the line where it is none */
        public int line() {
            return line;
        }
    }

    private static JsonElement element(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case NUMBER -> number(reader);
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> new JsonPrimitive(reader.nextString());
        };
    }

    private static JsonPrimitive number(JsonReader reader) throws IOException {
        String text = reader.nextString();
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_ZEROS) {
            throw new NoJsonException(Messages.bind(Messages.jsonHuge, text), line(reader));
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
                throw new NoJsonException(Messages.bind(Messages.jsonTwice, reader.getPath()), line(reader));
            }
            object.add(name, element(reader));
        }
        reader.endObject();
        return object;
    }
}
