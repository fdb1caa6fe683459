package org.chartroom.platform.plugins;

/**
 * A bundle of an installed plug-in.
 *
 * @param file name of the jar in the folder of the plug-in
 * @param symbolicName its symbolic name
 * @param version its version
 * @param sha256 checksum of the jar when it was installed, 64 hexadecimal digits
 * @param headless whether it can be resolved without the workbench
 */
public record InstalledBundle(String file, String symbolicName, String version, String sha256, boolean headless) {
}
