/** Something that a page can use in the place of Cairn. Its script says `shown` when what it shows is there. */
export interface Peer {
  name: string
  /** Packages with their versions. */
  packages: string[]
  /** A module that bundlers take, and the styles that it needs. */
  script: string
  styles?: string[]
}

const shown = `document.documentElement.dataset.shown = 'yes'`
const steps = 'One step of a tour'

/** Peers that npm has, each as its documentation says it is begun, doing the least that can be seen. */
export const peers: Peer[] = [
  {
    name: 'driver.js 1.8.0, a tour',
    packages: ['driver.js@1.8.0'],
    script: `import { driver } from 'driver.js'
      driver({ steps: [{ element: '#target', popover: { title: '${steps}' } }] }).drive(); ${shown}`,
    styles: ['driver.js/dist/driver.css'],
  },
  {
    name: 'shepherd.js 15.3.0, a tour',
    packages: ['shepherd.js@15.3.0'],
    script: `import Shepherd from 'shepherd.js'
      const tour = new Shepherd.Tour()
      tour.addStep({ text: '${steps}', attachTo: { element: '#target', on: 'bottom' } })
      tour.start(); ${shown}`,
    styles: ['shepherd.js/dist/css/shepherd.css'],
  },
  {
    name: 'intro.js 8.6.0, a tour',
    packages: ['intro.js@8.6.0'],
    script: `import introJs from 'intro.js'
      introJs.tour().setOptions({ steps: [{ element: '#target', intro: '${steps}' }] }).start(); ${shown}`,
    styles: ['intro.js/introjs.css'],
  },
  {
    name: 'react-joyride 3.2.0 with React, a tour',
    packages: ['react-joyride@3.2.0', 'react@19.3.1', 'react-dom@19.3.1'],
    script: `import { createElement } from 'react'
      import { createRoot } from 'react-dom/client'
      import { Joyride } from 'react-joyride'
      createRoot(document.getElementById('app')).render(
        createElement(Joyride, { run: true, steps: [{ target: '#target', content: '${steps}' }] })); ${shown}`,
  },
  {
    name: 'posthog-js 1.449.2, no more than begun',
    packages: ['posthog-js@1.449.2'],
    script: `import posthog from 'posthog-js'
      posthog.init('phc_bench', { api_host: location.origin + '/nowhere', advanced_disable_flags: true }); ${shown}`,
  },
  {
    name: '@formbricks/js 5.1.0, the shim alone',
    packages: ['@formbricks/js@5.1.0'],
    script: `import formbricks from '@formbricks/js'
      void formbricks.setup({ environmentId: 'bench', appUrl: location.origin + '/nowhere' }).catch(() => undefined); ${shown}`,
  },
]
