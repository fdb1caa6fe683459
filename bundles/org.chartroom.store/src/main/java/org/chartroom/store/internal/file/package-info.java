/**
 * The database file as H2's MVStore alone sees it. H2 runs the statements of its catalogue while it opens a file, so what a
 * file holds is read here first, by types that make nothing but numbers, texts and bytes.
 */
package org.chartroom.store.internal.file;
