/** Statements that set the connection which writes the database: a commit is on disk. */
export const writeSettings = [
  'PRAGMA synchronous = FULL',
  // The log is moved into the file every 256 MB: more often costs up to a quarter of the rate, and no answer waits for it.
  'PRAGMA wal_autocheckpoint = 64000',
  'PRAGMA cache_size = -65536',
]
