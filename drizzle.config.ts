import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: ['./api/db/schema.ts', './api/db/requests-schema.ts', './api/db/operations-schema.ts'],
  out: './api/db/migrations',
})
