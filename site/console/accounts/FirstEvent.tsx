import { CopyButton } from '../ui/CopyButton.tsx'

/** What the list says before the first account: how one comes into being. */
export const FirstEvent = () => (
  <section class="panel empty" aria-labelledby="first-event">
    <h2 id="first-event">No account yet</h2>
    <p>
      An account appears when your product first says which one a person belongs to. Embed Cairn in a page of your
      product, with the write key that the server printed when it started (it begins with <code>pk_</code>):
    </p>
    <Snippet title="Embed in a page" code={embed(location.origin)} />
    <p>
      Or send the same from a terminal or your own server, with the write key in <code>WRITE_KEY</code>:
    </p>
    <Snippet title="Send from a terminal" code={curl(location.origin)} />
    <p class="muted">Then reload this page. Any Segment client works too: give it this server as its host.</p>
  </section>
)

const Snippet = ({ title, code }: { title: string; code: string }) => (
  <figure class="snippet">
    <figcaption>
      {title} <CopyButton text={code} what="snippet" />
    </figcaption>
    <pre tabIndex={0} role="region" aria-label={title}>
      <code>{code}</code>
    </pre>
  </figure>
)

const embed = (origin: string): string => `<script async src="${origin}/sdk/cairn.js" data-key="pk_…"></script>
<script>
  window.cairn = window.cairn || []
  cairn.push(['identify', 'mia', { name: 'Mia Keller' }])
  cairn.push(['group', 'linden', { name: 'Linden Driving School', segment: 'school' }])
  cairn.push(['track', 'signed_in'])
</script>`

const curl = (
  origin: string,
): string => `curl ${origin}/v1/group -u "$WRITE_KEY:" -H 'content-type: application/json' \\
  -d '{ "userId": "mia", "groupId": "linden", "traits": { "name": "Linden Driving School", "segment": "school" } }'`
