package org.chartroom.exchange.sealed;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an element stands in a text of XML.
 *
 * @param start position of its first character
 * @param end position behind its last one
 */
record XmlRange(int start, int end) {
    /**
     * Finds the elements of one level.
     *
     * @param text XML that a parser has found to be well-formed, and that has no document type
     * @param level 0 for the root, 1 for what is directly in it
     * @return where they stand, in the order of the text
     */
    static List<XmlRange> of(String text, int level) {
        List<XmlRange> ranges = new ArrayList<>();
        int depth = 0;
        int start = 0;
        int at = text.indexOf('<');
        while (at >= 0) {
            int end;
            if (text.startsWith("<!--", at)) {
                end = behind(text, "-->", at + "<!--".length());
            } else if (text.startsWith("<![CDATA[", at)) {
                end = behind(text, "]]>", at);
            } else if (text.startsWith("<?", at)) {
                end = behind(text, "?>", at);
            } else if (text.startsWith("</", at)) {
                end = behind(text, ">", at);
                depth--;
                if (depth == level) {
                    ranges.add(new XmlRange(start, end));
                }
            } else {
                end = tagEnd(text, at);
                start = depth == level ? at : start;
                if (text.charAt(end - 2) != '/') {
                    depth++;
                } else if (depth == level) {
                    ranges.add(new XmlRange(start, end));
                }
            }
            at = text.indexOf('<', end);
        }
        return ranges;
    }

    private static int behind(String text, String mark, int from) {
        return text.indexOf(mark, from) + mark.length();
    }

    /** A value in quotes may hold a sign that would end the tag. */
    private static int tagEnd(String text, int from) {
        int at = from;
        while (text.charAt(at) != '>') {
            char sign = text.charAt(at);
            at = sign == '"' || sign == '\'' ? text.indexOf(sign, at + 1) + 1 : at + 1;
        }
        return at + 1;
    }
}
