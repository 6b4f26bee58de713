/** How a file is set on the connection that writes it. */
export const writeSettings = [
  'synchronous = FULL',
  // The log is moved into the file every 64 MB: more often costs up to a third of the rate, more rarely longer pauses.
  'wal_autocheckpoint = 16000',
  'cache_size = -65536',
]
