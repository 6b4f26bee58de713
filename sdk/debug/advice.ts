/** Problems by a part of their text, with what to do about them. */
const advice: readonly (readonly [RegExp, string])[] = [
  [
    /hash|verif/i,
    'Let your server make the userHash of this very user id with the IDENTITY_SECRET of the Cairn server.',
  ],
  [/^rejected/, 'Mend the call by what the server says; it was not stored.'],
  [/answered (401|403)/, 'Check data-key, and in the console the origins of that key.'],
  [/not reached/, 'It is sent again by itself. See what the network panel of the browser says, and check data-api.'],
  [/answered 429/, 'Nothing is lost: it is sent again later. RATE_LIMIT of the server may be too low.'],
  [/no answer of Cairn/, 'Something else answers in the place of the Cairn server: check data-api and the proxy.'],
  [/answered/, 'It is sent again by itself where that helps. The server writes more about it into its log.'],
  [/^too large/, 'A message may have 32 KB: send less with it.'],
  [/^dropped/, 'The server has not been reached for long: see what its requests say in the network panel.'],
  [/no id/, 'identify and group take an id: a text that is not empty, or a number.'],
  [/no method/, 'The name of the call is misspelled, or the call is no list such as ["track", "invoice_sent"].'],
  [/no listener/, 'on() takes the name of what to hear of, and a function.'],
  [/there is no/, 'No program, survey, tour or announcement has this id, or it is not for this person.'],
  [/keeps removing/, 'A script of the page takes <cairn-root> off again and again: have it leave that element alone.'],
  [/import|module/i, 'The page’s policy or an ad blocker keeps a part from loading: see the network panel.'],
]

/** What to do about a problem. */
export const adviceOn = (problem: string): string =>
  advice.find(([pattern]) => pattern.test(problem))?.[1] ?? 'Please report it with a copy of this panel.'
