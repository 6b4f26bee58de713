import type { InStatement } from '@libsql/client'
import { openDatabase } from '../../api/db/open.ts'

// A process that writes to a database: `node write-process.ts <url> <statements as JSON>`. It says when it begins.
const [url = '', statements = '[]'] = process.argv.slice(2)
const database = await openDatabase({ url })
console.log('It writes.')
await database.write(JSON.parse(statements) as InStatement[])
await database.close()
