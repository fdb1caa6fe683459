package org.chartroom.platform.bridge.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.osgi.service.localization.BundleLocalization;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/**
 * The texts of a bundle, from the properties files its Bundle-Localization header names, in the bundle itself or in its
 * fragments. A text that is missing in the wanted language comes from the next more general one.
 */
final class PropertiesLocalization implements BundleLocalization {
    private record Key(long bundle, long modified, String locale) {
    }

    private final ConcurrentMap<Key, ResourceBundle> cache = new ConcurrentHashMap<>();

    @Override
    public ResourceBundle getLocalization(Bundle bundle, String locale) {
        String wanted = locale == null ? Locale.getDefault().toString() : locale;
        Key key = new Key(bundle.getBundleId(), bundle.getLastModified(), wanted);
        ResourceBundle known = cache.get(key);
        if (known != null) {
            return known;
        }
        ResourceBundle read = read(bundle, wanted);
        if (read != null) {
            cache.put(key, read);
        }
        return read;
    }

    private static ResourceBundle read(Bundle bundle, String locale) {
        String base = bundle.getHeaders("").get(Constants.BUNDLE_LOCALIZATION);
        if (base == null) {
            base = Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME;
        }
        Texts texts = null;
        for (String suffix : generalToSpecific(locale)) {
            URL file = find(bundle, base + suffix + ".properties");
            if (file != null) {
                texts = new Texts(file, texts);
            }
        }
        return texts;
    }

    private static List<String> generalToSpecific(String locale) {
        List<String> suffixes = new ArrayList<>(List.of(""));
        for (int end = locale.indexOf('_'); end >= 0; end = locale.indexOf('_', end + 1)) {
            suffixes.add("_" + locale.substring(0, end));
        }
        if (!locale.isEmpty()) {
            suffixes.add("_" + locale);
        }
        return suffixes;
    }

    private static URL find(Bundle bundle, String path) {
        int slash = path.lastIndexOf('/');
        Enumeration<URL> found = bundle.findEntries(slash < 0 ? "/" : path.substring(0, slash),
                path.substring(slash + 1), false);
        return found == null || !found.hasMoreElements() ? null : found.nextElement();
    }

    /** The texts of one file, with a more general file behind it. */
    private static final class Texts extends ResourceBundle {
        private final PropertyResourceBundle own;

        Texts(URL file, ResourceBundle parent) {
            try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.ISO_8859_1)) {
                own = new PropertyResourceBundle(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("The texts in " + file + " can't be read", e);
            }
            setParent(parent);
        }

        @Override
        protected Object handleGetObject(String key) {
            return own.handleGetObject(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            List<String> keys = new ArrayList<>(own.keySet());
            if (parent != null) {
                keys.addAll(parent.keySet());
            }
            return java.util.Collections.enumeration(new java.util.LinkedHashSet<>(keys));
        }
    }
}
