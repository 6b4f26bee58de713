import { version } from '../../package.json'
import type { CoreOptions } from '../core.ts'

/** Who is here, as far as this browser knows, and what decides whether they may be recorded. */
export const personOf = ({
  identity,
  store,
  environment,
  isAllowed,
  locale,
  api,
  key,
}: Pick<CoreOptions, 'identity' | 'store' | 'environment' | 'isAllowed' | 'locale' | 'api' | 'key'>): Record<
  string,
  string
> => {
  const consent = store.get<boolean>('consent')
  // Where nothing may be stored, reading must not make an id.
  const { userId, userHash, accountId, anonymousId } = isAllowed() ? identity.read() : {}
  return {
    User: userId ?? 'not identified',
    // The hash itself would let whoever reads a copy speak for the user.
    'Proof of the user': userHash ? 'a userHash was given' : 'none',
    Account: accountId ?? 'not known: call group()',
    'Anonymous id': anonymousId ?? 'none',
    Language: locale,
    Consent: consent === null ? 'not said' : consent ? 'given' : 'refused',
    'Global Privacy Control': environment.privacyControl() ? 'on' : 'off',
    'Is recorded': isAllowed() ? 'yes' : 'no',
    API: api,
    'Write key': key,
    SDK: version,
  }
}
