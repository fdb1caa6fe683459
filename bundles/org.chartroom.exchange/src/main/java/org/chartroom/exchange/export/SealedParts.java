package org.chartroom.exchange.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chartroom.exchange.sealed.SealedContent;
import org.chartroom.model.SealedArtifact;
import org.eclipse.osgi.util.NLS;

/** Puts sealed artifacts into model files, as they came. */
public final class SealedParts {
    private static final Pattern ROOT = Pattern.compile("<xmi:XMI [^>]*>");
    private static final Pattern NAMESPACE = Pattern.compile(" xmlns:([^=\\s]+)=\"([^\"]*)\"");
    private static final List<String> FIRST = List.of("xmi", "xsi");

    private SealedParts() {
    }

    /**
     * Checks that sealed artifacts can go into a file of a format.
     *
     * @param sealed the sealed artifacts
     * @param format the format
     * @param ids ids of all artifacts in the file, these too
     * @param present keys of the artifacts of the workspace, by their ids
     * @throws SealedPartException when one of them came in another format, or refers to what is not in the file
     */
    public static void check(Collection<SealedArtifact> sealed, String format, Collection<String> ids,
            Map<String, String> present) {
        for (SealedArtifact one : sealed) {
            if (!one.getFormat().equals(format)) {
                throw new SealedPartException(one, NLS.bind(Messages.formatDiffers,
                        new Object[]{one.getKey(), one.getFormat(), one.getType()}));
            }
            one.getTargets().stream().map(target -> target.substring(0, target.indexOf('#')))
                    .filter(root -> !ids.contains(root) && present.containsKey(root)).findFirst().ifPresent(root -> {
                        throw new SealedPartException(one,
                                NLS.bind(Messages.outsideFile, one.getKey(), present.get(root)));
                    });
        }
    }

    /**
     * @param xmi XMI as it is written, with a wrapper around its roots
     * @param parts the sealed artifacts, each by the text that stands in its place
     * @return the XMI with their texts, and their namespaces in the wrapper
     * @throws SealedPartException when two parts use one prefix for different namespaces
     */
    static String splice(String xmi, Map<String, SealedArtifact> parts) {
        Matcher root = ROOT.matcher(xmi);
        if (!root.find()) {
            throw new IllegalArgumentException(xmi.substring(0, Math.min(xmi.length(), 200)));
        }
        Map<String, String> namespaces = new TreeMap<>();
        NAMESPACE.matcher(root.group()).results().forEach(found -> namespaces.put(found.group(1), found.group(2)));
        parts.values().forEach(part -> part.getNamespaces().forEach(declared -> {
            String prefix = declared.substring(0, declared.indexOf('='));
            String namespace = escaped(declared.substring(prefix.length() + 1));
            String other = namespaces.put(prefix, namespace);
            if (other != null && !other.equals(namespace)) {
                throw new SealedPartException(part, NLS.bind(Messages.prefixTaken, part.getKey(), prefix));
            }
        }));
        // As they are written: those of the format first, the others by their prefixes.
        Map<String, String> ordered = new LinkedHashMap<>();
        FIRST.stream().filter(namespaces::containsKey).forEach(prefix -> ordered.put(prefix, namespaces.get(prefix)));
        ordered.putAll(namespaces);
        StringBuilder made = new StringBuilder(xmi.substring(0, root.start()))
                .append(NAMESPACE.matcher(root.group()).replaceAll("").replaceFirst(">$", ""));
        ordered.forEach((prefix, namespace) -> made.append(" xmlns:").append(prefix).append("=\"").append(namespace)
                .append('"'));
        made.append('>');
        int at = root.end();
        for (Map.Entry<String, SealedArtifact> part : parts.entrySet()) {
            int place = xmi.indexOf(part.getKey(), at);
            made.append(xmi, at, place).append(SealedContent.text(part.getValue()));
            at = place + part.getKey().length();
        }
        return made.append(xmi, at, xmi.length()).toString();
    }

    private static String escaped(String namespace) {
        return namespace.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
