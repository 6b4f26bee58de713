/**
 * The time by the database, in SQL: milliseconds since 1970 UTC. The clocks of machines that share a database may differ,
 * so what they agree on by time goes by this one.
 */
export const databaseNow = `cast(unixepoch('subsec') * 1000 AS INTEGER)`
