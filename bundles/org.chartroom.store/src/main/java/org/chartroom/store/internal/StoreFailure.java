package org.chartroom.store.internal;

import java.sql.SQLException;

/** Carries an SQL exception out of a function that can't declare it. */
final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailure(SQLException cause) {
        super(cause);
    }

    SQLException sqlException() {
        return (SQLException) getCause();
    }
}
