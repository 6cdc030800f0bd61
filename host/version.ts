// The version of the host, as the journal and the command line say it.

/** Name and version. */
export const HOST_VERSION = 'corium 0.1.0';
