import { createServer, type Server } from 'node:http'

/**
 * Serves a product that makes life hard for what is embedded: a policy that forbids all that the README does not ask for,
 * Trusted Types, resets with `!important`, a transformed body, a router, an element that is made anew all the time, a
 * shadow tree, a frame, and a modal dialog.
 */
export async function serveHostPage(cairn: string, key: string): Promise<Server> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${cairn}`,
    `connect-src ${cairn}`,
    "style-src 'self'",
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  const files: Record<string, [type: string, text: string]> = {
    '/host.css': ['text/css', css],
    '/host.js': ['text/javascript', script],
    '/frame': ['text/html', '<!doctype html><title>Frame</title><p>In a frame</p>'],
  }
  const page = (query: URLSearchParams, path: string) => {
    const [user, lang, dir] = ['user', 'lang', 'dir'].map((name) => query.get(name) ?? '')
    return `<!doctype html><html lang="${lang || 'en'}" dir="${dir || 'ltr'}"><title>Host</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/host.css"><body data-user="${user}"><main>
      <h1>${path}</h1><a id="to-second" href="/second?user=${user}">To the second page</a>
      <p><button id="one">One</button> <button id="two" data-cairn="two">Two</button> <label>Name <input id="name"></label></p>
      <p><button>Save</button><button hidden>Save</button></p><div id="shadow"></div><div id="rest"></div>
      ${path === '/second' ? '<p id="on-second">On the second page</p>' : ''}
      <iframe src="/frame" title="Frame"></iframe><div class="tall"></div><button id="below">Below</button></main>
      <dialog id="dialog" aria-label="Of the host"><p>A dialog</p><button id="in-dialog">In it</button></dialog>
      <script src="/host.js"></script>
      <script async src="${cairn}/sdk/cairn.js" data-key="${key}" data-user="${user}"></script>`
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    // Whoever signed in by their address stays so.
    const user = searchParams.get('user') ?? /user=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
    searchParams.set('user', user)
    const [type, text] = files[pathname] ?? ['text/html', page(searchParams, pathname)]
    response.writeHead(200, { 'content-type': type, 'content-security-policy': policy, 'set-cookie': `user=${user}` })
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const css = `
  * { margin: 0 !important; border: 3px solid red !important; font: 20px serif !important; animation: none !important }
  html { font-size: 62.5% }
  body { transform: translateY(20px) }
  main { padding: 20px; z-index: 2147483647; position: relative }
  .tall { height: 1500px }
  .away { translate: 0 200px }
  #restless { position: absolute; left: 300px; top: 250px }
`

const script = `
  const { user } = document.body.dataset
  window.cairn = [['group', 'school-of-' + user, { segment: 'none' }]]
  const button = (id, text = id) => Object.assign(document.createElement('button'), { id, textContent: text })
  document.getElementById('shadow').attachShadow({ mode: 'open' }).append(button('in-shadow'))
  let count = 0
  setInterval(() => document.getElementById('rest').replaceChildren(button('restless', 'Drawn ' + ++count)), 100)
  addEventListener('keydown', ({ key }) => { document.documentElement.dataset.keys = (document.documentElement.dataset.keys ?? '') + key })
  addEventListener('pointerdown', () => { document.documentElement.dataset.pressed = 'yes' })
`
