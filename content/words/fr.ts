import type { ContactWords, FeedbackWords } from './en.ts'

const button = {
  send: 'Envoyer',
  sending: 'Envoi en cours…',
}

/** What the form under an article says in French, in the help center and in the help panel of the SDK. */
export const feedback: FeedbackWords = {
  ...button,
  question: 'Cet article vous a-t-il aidé ?',
  yes: 'Oui',
  no: 'Non',
  thanks: 'Merci. Nous sommes heureux que cela vous ait aidé.',
  thanksWhy: 'Merci, c’est noté. Voulez-vous nous en dire plus ?',
  why: 'Qu’est-ce qui n’allait pas ?',
  reasons: {
    'not-found': 'Je n’ai pas trouvé ce que je cherchais',
    unclear: 'C’est difficile à suivre',
    'out-of-date': 'Ce n’est plus à jour',
    'did-not-work': 'J’ai suivi les instructions et cela n’a pas fonctionné',
    other: 'Autre chose',
  },
  comment: 'Que devrions-nous changer ? (facultatif)',
  commentHint: 'Nous ne pouvons pas répondre ici. N’indiquez ni noms ni autres données personnelles.',
  thanksReason: 'Merci. Cela nous aide à améliorer l’article.',
}

/** What the form to support says in French, in the help center and in the help panel of the SDK. */
export const contact: ContactWords = {
  ...button,
  lead: 'Une personne lit chaque message et répond par e-mail.',
  subject: 'De quoi s’agit-il ?',
  subjectError: 'Dites en quelques mots de quoi il s’agit.',
  suggestions: 'Ces articles y répondent peut-être déjà :',
  severity: 'À quel point cela vous bloque-t-il ?',
  message: 'Que s’est-il passé ?',
  messageHint:
    'Ce que vous avez fait, ce que vous avez vu, et depuis quand. N’envoyez jamais de mot de passe ni de numéro de carte.',
  messageError: 'Décrivez ce qui s’est passé.',
  email: 'Votre adresse e-mail',
  emailHint: 'Nous répondons à cette adresse et ne l’utilisons pour rien d’autre.',
  emailError: 'Indiquez votre adresse e-mail, par exemple nom@exemple.ch.',
  tooMany: 'Beaucoup de messages viennent d’arriver de votre réseau. Attendez une minute, puis renvoyez le vôtre.',
  received: 'Nous avons reçu votre message',
}
