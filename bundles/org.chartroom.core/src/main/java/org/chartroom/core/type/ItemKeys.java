package org.chartroom.core.type;

import java.util.Collection;
import java.util.Locale;

import org.chartroom.model.Item;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/** Keys of new items: the prefix of their class, a dash and the next free number of three or more digits. */
public final class ItemKeys {
    private ItemKeys() {
    }

    /**
     * @param itemClass class of the item; its prefix is the detail "keyPrefix" of its presentation, or else its first
     *        letter
     * @return prefix of its keys, without the dash
     */
    public static String prefix(EClass itemClass) {
        return Presentation.detail(itemClass, "keyPrefix").orElse(itemClass.getName().substring(0, 1));
    }

    /**
     * @param siblings the items that are there
     * @param itemClass class of the new items
     * @return the highest number in use with the prefix of the class; 0 when there is none
     */
    public static int highest(Collection<? extends EObject> siblings, EClass itemClass) {
        String start = prefix(itemClass) + "-";
        int highest = 0;
        for (EObject sibling : siblings) {
            String key = sibling instanceof Item item ? item.getKey() : null;
            if (key != null && key.startsWith(start) && key.substring(start.length()).matches("\\d{1,9}")) {
                highest = Math.max(highest, Integer.parseInt(key.substring(start.length())));
            }
        }
        return highest;
    }

    /**
     * @param itemClass class of the item
     * @param number number of the item, from 1
     * @return its key, for example R-001
     */
    public static String key(EClass itemClass, int number) {
        return String.format(Locale.ROOT, "%s-%03d", prefix(itemClass), number);
    }
}
