import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defaultLocale, localeTag } from '../../content/article-address.ts'
import { Email, emailVariables, type EmailName } from '../../content/email-schema.ts'
import { findUnshown, readMailText, variablePattern } from '../mail/mail-text.ts'
import type { MailTemplate } from '../mail/render-mail.ts'
import { hintAt } from './nearest.ts'
import { parseYaml, type DefinitionProblem } from './read-yaml.ts'
import { unreadIn } from './unread-files.ts'

/** The texts of mails, by name and language. */
export type Emails = Record<EmailName, Record<string, MailTemplate>>

const names = Object.keys(emailVariables) as EmailName[]
const isName = (name: string): name is EmailName => (names as string[]).includes(name)

/** Paths of the texts of mails below the root, in order. */
export const emailFiles = (root: string): string[] =>
  globSync('content/emails/*/*.md', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()

/** Reads the texts of all mails. Each is there in English, which stands in for what is not translated. */
export function readEmails(root: string): { emails: Emails; problems: DefinitionProblem[] } {
  const emails = Object.fromEntries(names.map((name) => [name, {}])) as Emails
  const problems = emailFiles(root).flatMap((file) => {
    const [, , locale = '', base = ''] = file.split('/')
    const name = base.replace(/\.md$/, '')
    const misplaced = judgePlace(locale, name)
    if (misplaced || !isName(name)) return [{ file, line: 1, path: '', detail: '', remedy: '', ...misplaced }]
    const { template, problems } = readEmail(readFileSync(join(root, file), 'utf8'), { file, name, locale })
    if (template) emails[name][locale] = template
    return problems
  })
  const missing = names
    .map((name) => `content/emails/${defaultLocale}/${name}.md`)
    .filter((file) => !emailFiles(root).includes(file))
    .map((file) => ({
      file,
      line: 1,
      path: '',
      detail: 'This file is missing.',
      remedy: 'Create it: a mail that Cairn sends, with its subject above the text.',
    }))
  const unread = globSync('content/emails/*/', { cwd: root })
    .map((folder) => folder.replaceAll('\\', '/').replace(/\/$/, ''))
    .flatMap((folder) => unreadIn(root, folder, '.md'))
  return { emails, problems: [...problems, ...missing, ...unread] }
}

function judgePlace(locale: string, name: string): { detail: string; remedy: string } | null {
  if (!localeTag.test(locale)) {
    return { detail: `"${locale}" is no language.`, remedy: 'Name the folder by a tag such as fr or pt-BR.' }
  }
  if (isName(name)) return null
  const detail = `Nothing sends a mail "${name}".${hintAt(name, names)}`
  return { detail, remedy: `Name the file by one of ${names.join(', ')}.` }
}

function readEmail(
  text: string,
  { file, name, locale }: { file: string; name: EmailName; locale: string },
): { template?: MailTemplate; problems: DefinitionProblem[] } {
  const head = /^---\r?\n([^]*?)^---[ \t]*$/m.exec(text)?.[1] ?? ''
  const { read, problems } = parseYaml(Email, head, { file, above: 1 })
  const body = readMailText(text)
  const wrong = [
    ...text
      .split('\n')
      .flatMap((line, index) => judgeVariables(line, name).map((one) => ({ line: index + 1, ...one }))),
    ...findUnshown(body).map(({ line, what }) => ({
      line,
      detail: `A mail does not show ${what}.`,
      remedy: writeThese,
    })),
  ].map((found) => ({ file, path: '', ...found }))
  if (!read || wrong.length > 0) return { problems: [...problems, ...wrong] }
  return { template: { locale, subject: read.value.subject, body }, problems: [] }
}

const writeThese = 'Write paragraphs, ## headings, - lists, > quotes, **strong**, _emphasis_ and [links](/help/).'

function judgeVariables(line: string, name: EmailName): { detail: string; remedy: string }[] {
  const known: readonly string[] = emailVariables[name]
  return [...line.matchAll(variablePattern)]
    .map(([, variable = '']) => variable)
    .filter((variable) => !known.includes(variable))
    .map((variable) => ({
      detail: `There is no variable "${variable}" in this mail.${hintAt(variable, known)}`,
      remedy: `It may name ${known.join(', ')}.`,
    }))
}
