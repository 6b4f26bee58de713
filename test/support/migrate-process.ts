import { once } from 'node:events'
import { migrate } from '../../api/db/migrate.ts'
import { openDatabase } from '../../api/db/open.ts'

// As a process of its own, that says when it is there and migrates on a word: node migrate-process.ts <database URL>
const [url = ''] = process.argv.slice(2)
console.log('here')
await once(process.stdin, 'data')
const database = await openDatabase({ url })
await migrate(database)
await database.close()
process.exit(0)
