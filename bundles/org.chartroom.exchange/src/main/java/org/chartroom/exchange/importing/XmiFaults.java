package org.chartroom.exchange.importing;

import java.io.IOException;

import org.chartroom.core.type.Presentation;
import org.chartroom.core.type.ValueTexts;
import org.chartroom.exchange.csv.ImportException;
import org.chartroom.model.Element;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.xmi.ClassNotFoundException;
import org.eclipse.emf.ecore.xmi.FeatureNotFoundException;
import org.eclipse.emf.ecore.xmi.IllegalValueException;
import org.eclipse.emf.ecore.xmi.PackageNotFoundException;
import org.eclipse.emf.ecore.xmi.UnresolvedReferenceException;
import org.eclipse.emf.ecore.xmi.XMIException;
import org.xml.sax.SAXParseException;

/** Says what is wrong with a model file in words of users: which file, where, and what; the reader's own words are for developers. */
final class XmiFaults {
    private XmiFaults() {
    }

    /**
     * @param file name of the file, for messages
     * @param problem what its reading ended with
     * @return what the user is told
     */
    static ImportException of(String file, IOException problem) {
        // Values of a damaged file may be anything.
        return new ImportException(text(file, problem).replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "), problem);
    }

    private static String text(String file, IOException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException broken) {
                return broken(file, broken);
            }
            if (cause instanceof XMIException fault && !(fault.getWrappedException() instanceof SAXParseException)) {
                return text(file, fault);
            }
        }
        return Messages.bind(Messages.xmiUnreadable, file);
    }

    private static String broken(String file, SAXParseException broken) {
        // The parser has no other sign of what it refuses than the name of the setting in its sentence.
        return String.valueOf(broken.getMessage()).contains("disallow-doctype-decl")
                ? Messages.bind(Messages.xmiDocumentType, file)
                : broken(file, broken.getLineNumber());
    }

    private static String text(String file, XMIException fault) {
        // What a reference means is known at the end of the file, where the reader knows no line any more.
        String place = fault.getLine() > 0 ? Messages.bind(Messages.xmiLine, file, fault.getLine()) : file;
        if (fault instanceof PackageNotFoundException unknown) {
            return Messages.bind(Messages.modelUnknownType, file, unknown.uri());
        }
        if (fault instanceof IllegalValueException value) {
            return Messages.bind(Messages.xmiValue, new Object[]{place, value(value.getValue()),
                    Presentation.label(value.getFeature()), name(value.getObject())});
        }
        if (fault instanceof FeatureNotFoundException field) {
            return Messages.bind(Messages.xmiField,
                    new Object[]{place, name(field.getObject()), field.getName()});
        }
        if (fault instanceof ClassNotFoundException unknown) {
            return Messages.bind(Messages.xmiClass, place, unknown.getName());
        }
        if (fault instanceof UnresolvedReferenceException reference) {
            return Messages.bind(Messages.xmiReference, place, reference.getReference());
        }
        return broken(file, fault.getLine());
    }

    /** A file whose end or whose encoding is damaged is so in no line that the parser could tell. */
    private static String broken(String file, int line) {
        return line > 0
                ? Messages.bind(Messages.xmiBroken, file, String.valueOf(line))
                : Messages.bind(Messages.xmiUnreadable, file);
    }

    /** A reference to something that can't stand there has the thing itself as its value. */
    private static String value(Object value) {
        return value instanceof EObject object ? name(object) : String.valueOf(value);
    }

    private static String name(EObject object) {
        return object instanceof Element element && !ValueTexts.name(element).isBlank()
                ? ValueTexts.name(element)
                : object == null ? "" : Presentation.label(object.eClass());
    }
}
