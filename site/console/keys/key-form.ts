import type { KeyKind } from '../../../api/contract/keys.ts'
import { allScopes, writeKeyScopes } from '../../../api/contract/scopes.ts'
import type { Scope } from '../../../api/contract/scopes.ts'
import type { RequestError } from '../request-error.ts'

/** What can be changed of a key. */
export interface KeyValues {
  name: string
  scopes: Scope[]
  origins: string[]
}

/** What is wrong, in a sentence, by the name of the field. */
export type FieldErrors = Record<string, string>

/** What a key of a kind can be allowed. */
export const scopesOf = (kind: KeyKind): readonly Scope[] => (kind === 'write' ? writeKeyScopes : allScopes)

/** Reads the fields of `KeyFields`: origins are lines, and only a write key has some. */
export const readKeyForm = (form: FormData, kind: KeyKind): KeyValues => ({
  name: textOf(form, 'name'),
  scopes: scopesOf(kind).filter((scope) => form.getAll('scopes').includes(scope)),
  origins: kind === 'write' ? textOf(form, 'origins').split(/\s+/).filter(Boolean) : [],
})

/** What a person has to fill in before it is worth asking the API. */
export const checkKeyForm = ({ name, scopes }: KeyValues): FieldErrors => ({
  ...(name === '' && { name: 'Give the key a name.' }),
  ...(scopes.length === 0 && { scopes: 'Choose at least one thing that the key may do.' }),
})

/** What the API says is wrong, by field; of an entry in a list, with the entry. */
export const fieldErrorsOf = (error: RequestError | null, sent: object): FieldErrors => {
  const found: FieldErrors = {}
  for (const { path, detail } of error?.fields ?? []) {
    const [name = '', place] = path.split('.')
    if (!(name in sent)) continue
    const value = (sent as Record<string, unknown>)[name]
    const entry: unknown = Array.isArray(value) && place !== undefined ? value[Number(place)] : undefined
    found[name] ??= typeof entry === 'string' ? `“${entry}”: ${detail}` : detail
  }
  return found
}

/** The trimmed text of a field. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
