import { nearestLocale } from '../../content/localise.ts'
import { contact as deWords } from '../../content/words/de.ts'
import { contact as esWords } from '../../content/words/es.ts'
import { contact as frWords } from '../../content/words/fr.ts'
import { contact as enWords } from '../../content/words/en.ts'

/** Texts of the contact page in English; `{name}` is filled in. */
const en = {
  ...enWords,
  title: 'Contact support',
  example: 'for example: {example}',
  website: 'Leave this field empty',
  summary: 'It is not sent yet. Nothing that you wrote is lost.',
  failed: 'It did not reach us. Check your connection, then send it again.',
  receivedHint: 'A person answers by e-mail, as soon as your plan says.',
  receivedBy: 'A person answers by e-mail, by {time} at the latest.',
  reference: 'Your reference is {reference}.',
  backHome: 'Back to the help center',
  times: 'How soon we answer',
  timesHint: 'How soon depends on your plan and on how much it holds you up. Times count around the clock, every day.',
  answered: 'answered within {time}',
  solved: 'solved within {time}',
  own: 'On your plan: answered within {answer}, solved within {solution}.',
}

/** What the contact page says. */
export type ContactTexts = typeof en

const fr: ContactTexts = {
  ...frWords,
  title: 'Contacter l’assistance',
  example: 'par exemple : {example}',
  website: 'Laissez ce champ vide',
  summary: 'Votre message n’est pas encore parti. Rien de ce que vous avez écrit n’est perdu.',
  failed: 'Votre message ne nous est pas parvenu. Vérifiez votre connexion, puis renvoyez-le.',
  receivedHint: 'Une personne vous répond par e-mail, dans le délai de votre offre.',
  receivedBy: 'Une personne vous répond par e-mail, au plus tard le {time}.',
  reference: 'Votre référence est {reference}.',
  backHome: 'Retour au centre d’aide',
  times: 'Nos délais de réponse',
  timesHint: 'Ils dépendent de votre offre et du degré de blocage. Ils courent jour et nuit, tous les jours.',
  answered: 'réponse sous {time}',
  solved: 'solution sous {time}',
  own: 'Avec votre offre : réponse sous {answer}, solution sous {solution}.',
}

const es: ContactTexts = {
  ...esWords,
  title: 'Contactar con soporte',
  example: 'por ejemplo: {example}',
  website: 'Deje este campo vacío',
  summary: 'Todavía no se ha enviado. No se ha perdido nada de lo que escribió.',
  failed: 'No nos ha llegado. Compruebe su conexión y vuelva a enviarlo.',
  receivedHint: 'Una persona responde por correo electrónico, en el plazo de su plan.',
  receivedBy: 'Una persona responde por correo electrónico, a más tardar el {time}.',
  reference: 'Su referencia es {reference}.',
  backHome: 'Volver al centro de ayuda',
  times: 'Cuándo respondemos',
  timesHint: 'Depende de su plan y de cuánto le impide trabajar. Los plazos corren día y noche, todos los días.',
  answered: 'respuesta en {time}',
  solved: 'solución en {time}',
  own: 'Con su plan: respuesta en {answer}, solución en {solution}.',
}

const de: ContactTexts = {
  ...deWords,
  title: 'Support kontaktieren',
  example: 'zum Beispiel: {example}',
  website: 'Lassen Sie dieses Feld leer',
  summary: 'Es ist noch nicht gesendet. Nichts, was Sie geschrieben haben, ist verloren.',
  failed: 'Es hat uns nicht erreicht. Prüfen Sie Ihre Verbindung und senden Sie es noch einmal.',
  receivedHint: 'Ein Mensch antwortet per E-Mail, so bald wie Ihr Angebot es sagt.',
  receivedBy: 'Ein Mensch antwortet per E-Mail, spätestens am {time}.',
  reference: 'Ihr Kennzeichen ist {reference}.',
  backHome: 'Zurück zum Hilfe-Center',
  times: 'Wie bald wir antworten',
  timesHint:
    'Das hängt von Ihrem Angebot ab und davon, wie sehr es Sie aufhält. Die Zeiten zählen Tag und Nacht, jeden Tag.',
  answered: 'höchstens {time} bis zur Antwort',
  solved: 'höchstens {time} bis zur Lösung',
  own: 'Mit Ihrem Angebot: höchstens {answer} bis zur Antwort, höchstens {solution} bis zur Lösung.',
}

const languages: Record<string, ContactTexts> = { en, fr, es, de }

/** The texts of a locale; English where it has none. */
export const contactTexts = (locale: string): ContactTexts =>
  languages[nearestLocale(Object.keys(languages), locale) ?? ''] ?? en
