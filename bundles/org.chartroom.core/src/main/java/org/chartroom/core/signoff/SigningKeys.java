package org.chartroom.core.signoff;

import org.chartroom.core.workspace.WorkspaceException;
import org.osgi.annotation.versioning.ProviderType;

/** The keys of the one who uses the program; an OSGi service. */
@ProviderType
public interface SigningKeys {
    /**
     * @return the key that decisions are signed with; made when it is first asked for
     * @throws WorkspaceException when it can't be read or made; the message says why and what to do
     */
    SigningKey own();
}
