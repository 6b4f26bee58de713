import type { ContactWords, FeedbackWords } from './en.ts'

const button = {
  send: 'Senden',
  sending: 'Wird gesendet …',
}

/** What the form under an article says in German, in the help center and in the help panel of the SDK. */
export const feedback: FeedbackWords = {
  ...button,
  question: 'War dieser Artikel hilfreich?',
  yes: 'Ja',
  no: 'Nein',
  thanks: 'Danke. Schön, dass es geholfen hat.',
  thanksWhy: 'Danke, das ist notiert. Möchten Sie uns mehr dazu sagen?',
  why: 'Was hat nicht gestimmt?',
  reasons: {
    'not-found': 'Ich habe nicht gefunden, was ich suche',
    unclear: 'Es ist schwer zu verstehen',
    'out-of-date': 'Es ist nicht mehr aktuell',
    'did-not-work': 'Ich bin der Anleitung gefolgt, und es hat nicht funktioniert',
    other: 'Etwas anderes',
  },
  comment: 'Was sollten wir ändern? (freiwillig)',
  commentHint: 'Wir können hier nicht antworten. Bitte lassen Sie Namen und andere persönliche Angaben weg.',
  thanksReason: 'Danke. Das hilft uns, den Artikel zu verbessern.',
}

/** What the form to support says in German, in the help center and in the help panel of the SDK. */
export const contact: ContactWords = {
  ...button,
  lead: 'Ein Mensch liest jede Nachricht und antwortet per E-Mail.',
  subject: 'Worum geht es?',
  subjectError: 'Sagen Sie in wenigen Worten, worum es geht.',
  suggestions: 'Vielleicht beantworten es schon diese Artikel:',
  severity: 'Wie sehr hält es Sie auf?',
  message: 'Was ist passiert?',
  messageHint: 'Was Sie getan und was Sie gesehen haben, und seit wann. Senden Sie nie Passwörter oder Kartennummern.',
  messageError: 'Schreiben Sie, was passiert ist.',
  email: 'Ihre E-Mail-Adresse',
  emailHint: 'Wir antworten an diese Adresse und verwenden sie für nichts anderes.',
  emailError: 'Schreiben Sie Ihre E-Mail-Adresse, etwa name@example.com.',
  tooMany: 'Aus Ihrem Netz kamen eben viele Nachrichten. Warten Sie eine Minute und senden Sie es noch einmal.',
  received: 'Wir haben Ihre Nachricht',
}
