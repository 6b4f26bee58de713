/** A program, tours, announcements and surveys for the host page in `host-page.ts`, as files: path -> text. */
export const definitions: Record<string, string> = {
  'content/programs/guided.yaml': `
title: Learn it
segments: [guided]
steps:
  - { id: walk, title: Take a walk, tour: walk, completesOn: { event: calendar_tour_completed } }
  - { id: invite, title: Invite somebody, completesOn: { event: team_invited } }
`,
  'content/programs/ordered.yaml': `
title: { en: In order, fr: Dans l'ordre }
locales: [en, fr]
segments: [ordered]
audience: { userTraits: { role: [owner] } }
order: in-order
urls: [/, /second, /late]
steps:
  - { id: read, title: { en: Read it, fr: Lisez-le }, completesOn: { by: hand } }
  - { id: extra, title: { en: More of it, fr: Encore }, required: false, completesOn: { by: hand } }
  - { id: visit, title: { en: Go there, fr: Allez-y }, url: /second, completesOn: { url: '/second*' } }
  - { id: see, title: { en: See it, fr: Voyez-le }, completesOn: { element: { cairn: late } } }
milestones:
  - id: half
    title: { en: Half of it, fr: La moitié }
    criteria: [{ step: read }, { step: visit }]
  - id: all
    title: { en: All of it, fr: Tout }
    celebration: { en: Nothing is left., fr: Plus rien à faire. }
    criteria: [all_required_steps_completed]
    certificate: { title: { en: Certificate of order, fr: Certificat d'ordre }, text: { en: did it in order., fr: l'a fait. } }
    share: { text: { en: I did it., fr: C'est fait. }, url: /second }
`,
  'content/tours/walk.yaml': `
title: A walk
completionEvent: calendar_tour_completed
steps:
  - { id: one, target: '#one', title: The first, text: 'This is **one**.' }
  - { id: two, target: { cairn: two }, title: The second, placement: end }
  - { id: three, target: { text: Save }, title: The third }
  - { id: end, title: The end, text: Bye. }
`,
  'content/tours/late.yaml': `
title: Late
steps:
  - { id: late, target: '#late', title: It came late }
`,
  'content/tours/gone.yaml': `
title: Gone
steps:
  - { id: one, target: '#one', title: The first }
  - { id: skipped, target: '#nowhere', title: Skipped, waitSeconds: 0.3 }
  - { id: centered, target: '#nowhere', title: In the middle, waitSeconds: 0.3, ifMissing: center }
  - { id: broken, target: 'a:not-known-yet', title: Broken, waitSeconds: 0.1 }
  - { id: over, target: '#nowhere', title: Never seen, waitSeconds: 0.3, ifMissing: end }
`,
  'content/tours/nothing.yaml': `
title: Nothing
completionEvent: calendar_tour_completed
steps:
  - { id: a, target: '#nowhere', title: A, waitSeconds: 0.1 }
  - { id: b, target: '#nowhere', title: B, waitSeconds: 0.1 }
`,
  'content/tours/shadow.yaml': `
title: Shadow
steps:
  - { id: inside, target: '#in-shadow', title: Inside }
`,
  'content/tours/restless.yaml': `
title: Restless
steps:
  - { id: restless, target: '#restless', title: It never rests }
`,
  'content/tours/pages.yaml': `
title: Pages
steps:
  - { id: here, target: '#one', title: Here }
  - { id: there, url: /second, target: '#on-second', title: There }
  - { id: routed, url: '/second#/deep', target: '#on-second', title: Deeper }
`,
  'content/tours/acts.yaml': `
title: Acts
steps:
  - { id: click, target: '#one', title: Click it, advanceOn: click }
  - { id: type, target: '#name', title: Write it, advanceOn: input }
  - { id: send, target: '#one', title: Send it, advanceOn: { event: invoice_sent } }
  - { id: go, target: '#to-second', title: Go there, advanceOn: { url: /second } }
  - { id: arrived, target: '#on-second', title: Arrived }
`,
  'content/tours/in-dialog.yaml': `
title: In a dialog
steps:
  - { id: inside, target: '#in-dialog', title: Inside the dialog }
`,
  'content/tours/by-url.yaml': `
title: By address
start: { url: /students/* }
steps:
  - { id: one, target: '#one', title: On a student }
`,
  'content/tours/by-event.yaml': `
title: By event
start: { event: lesson_booked, delaySeconds: 1 }
steps:
  - { id: one, target: '#one', title: After the event }
`,
  'content/tours/spot.yaml': `
title: Something new
launcher: { target: '#two', url: / }
steps:
  - { id: only, kind: hotspot, target: '#two', title: It is new }
`,
  'content/announcements/slide.yaml': `
title: Slid in
text: |
  Read **this** and [that](https://example.com/that).

  - one
  - two
start: { event: students_imported }
actions:
  - { title: Show me, type: open, target: walk }
  - { title: Later, target: /second }
`,
  'content/announcements/middle.yaml': `
title: In the middle
text: Important.
form: modal
start: { event: availability_set }
`,
  'content/announcements/strip.yaml': `
title: Notice
text: We are *closed* today.
form: banner
pushes: true
start: { url: /second }
`,
  'surveys/definitions/put-off.yaml': `
kind: ces
trigger: { event: payment_recorded }
remindAfterDays: 3
questions:
  - { id: score, type: ces, text: How easy was that?, required: true }
`,
  'surveys/definitions/by-page.yaml': `
kind: poll
locales: [en, fr]
trigger: { url: /poll/*, delaySeconds: 1 }
questions:
  - id: mood
    type: csat
    display: faces
    text: { en: How do you feel?, fr: Comment vous sentez-vous ? }
  - id: stars
    type: csat
    display: stars
    text: { en: How many stars?, fr: "Combien d'étoiles ?" }
  - id: wishes
    type: multiple-choice
    required: true
    text: { en: What do you wish for?, fr: Que souhaitez-vous ? }
    choices:
      - { value: sun, text: { en: More sun, fr: Plus de soleil } }
      - { value: time, text: { en: More time, fr: Plus de temps } }
      - { value: other, text: { en: Something else, fr: Autre chose } }
  - id: which
    type: text
    showIf: { question: wishes, in: [other] }
    text: { en: What is it?, fr: Quoi donc ? }
`,
}
