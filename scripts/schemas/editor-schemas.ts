import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { z } from 'zod'
import { Announcement, HelpPanel, Interruptions, Tour } from '../../content/guidance-schema.ts'
import { Program } from '../../content/program-schema.ts'
import { Category, MeasureCatalogue, Redirects, Scorecard, SearchHints, TrackingPlan } from '../../content/schema.ts'
import { Email } from '../../content/email-schema.ts'
import { Support } from '../../content/support-schema.ts'
import { Survey } from '../../surveys/schema.ts'
import { describeSchema } from './describe-schema.ts'
import type { JsonSchema } from './describe-schema.ts'

const root = join(import.meta.dirname, '../..')

const sources: { from: string; name: string; schema: z.ZodType; file: string; source?: string }[] = [
  { from: 'content', name: 'Program', schema: Program, file: 'program', source: 'program-schema.ts' },
  { from: 'content', name: 'Scorecard', schema: Scorecard, file: 'scorecard' },
  { from: 'content', name: 'TrackingPlan', schema: TrackingPlan, file: 'events' },
  { from: 'content', name: 'MeasureCatalogue', schema: MeasureCatalogue, file: 'measures' },
  { from: 'content', name: 'Category', schema: Category, file: 'category' },
  { from: 'content', name: 'Redirects', schema: Redirects, file: 'redirects' },
  { from: 'content', name: 'SearchHints', schema: SearchHints, file: 'search' },
  { from: 'content', name: 'Tour', schema: Tour, file: 'tour', source: 'guidance-schema.ts' },
  { from: 'content', name: 'Announcement', schema: Announcement, file: 'announcement', source: 'guidance-schema.ts' },
  {
    from: 'content',
    name: 'Interruptions',
    schema: Interruptions,
    file: 'interruptions',
    source: 'guidance-schema.ts',
  },
  { from: 'content', name: 'HelpPanel', schema: HelpPanel, file: 'help-panel', source: 'guidance-schema.ts' },
  { from: 'content', name: 'Support', schema: Support, file: 'support', source: 'support-schema.ts' },
  { from: 'content', name: 'Email', schema: Email, file: 'email', source: 'email-schema.ts' },
  { from: 'surveys', name: 'Survey', schema: Survey, file: 'survey' },
]

/** The JSON Schemas by which an editor completes and checks the YAML of a definition: path in the project -> text. */
export async function editorSchemas(): Promise<Map<string, string>> {
  const options = await resolveConfig(join(root, 'package.json'))
  const files = await Promise.all(
    sources.map(async ({ from, name, schema, file, source = 'schema.ts' }) => {
      const { $schema, ...rest } = toJsonSchema(schema)
      const described = { $schema, ...describeSchema(join(root, from, source), name, rest) }
      const text = await format(JSON.stringify(described), { ...options, parser: 'json' })
      return [`${from}/schemas/${file}.schema.json`, text] as const
    }),
  )
  return new Map(files)
}

/** As a person writes it, so what has a default may be left out. Draft 7 is what editors of YAML understand. */
function toJsonSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override({ jsonSchema }) {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  }) as JsonSchema
}
