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
                : Messages.bind(Messages.xmiBroken, file, String.valueOf(broken.getLineNumber()));
    }

    private static String text(String file, XMIException fault) {
        String line = String.valueOf(fault.getLine());
        if (fault instanceof PackageNotFoundException unknown) {
            return Messages.bind(Messages.modelUnknownType, file, unknown.uri());
        }
        if (fault instanceof IllegalValueException value) {
            return Messages.bind(Messages.xmiValue, new Object[]{file, line, value.getValue(),
                    Presentation.label(value.getFeature()), name(value.getObject())});
        }
        if (fault instanceof FeatureNotFoundException field) {
            return Messages.bind(Messages.xmiField,
                    new Object[]{file, line, name(field.getObject()), field.getName()});
        }
        if (fault instanceof ClassNotFoundException unknown) {
            return Messages.bind(Messages.xmiClass, new Object[]{file, line, unknown.getName()});
        }
        if (fault instanceof UnresolvedReferenceException reference) {
            return Messages.bind(Messages.xmiReference, new Object[]{file, line, reference.getReference()});
        }
        return Messages.bind(Messages.xmiBroken, file, line);
    }

    private static String name(EObject object) {
        return object instanceof Element element && !ValueTexts.name(element).isBlank()
                ? ValueTexts.name(element)
                : object == null ? "" : Presentation.label(object.eClass());
    }
}
