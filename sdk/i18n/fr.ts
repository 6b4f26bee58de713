import type { Translation } from './translation.ts'

/** What Cairn says in French. */
export const translation: Translation = {
  checklist: {
    count: (done, all) => `${done} étape${done > 1 ? 's' : ''} sur ${all}`,
    minutes: (minutes) => `${minutes} min`,
    minutesLeft: (minutes) => `encore ${minutes} min`,
    completed: 'Terminée',
    next: 'Prochaine étape',
    open: 'À faire',
    optional: 'Facultative',
    start: 'Commencer',
    show: 'Me montrer',
    dismiss: 'Masquer la liste',
    allDone: 'Toutes les étapes sont terminées. Bravo\u00a0!',
  },
  extra: { markDone: 'Marquer comme faite', after: (title) => `Après « ${title} »` },
  guide: {
    step: (number, all) => `${number} sur ${all}`,
    next: 'Suivant',
    back: 'Retour',
    done: 'Terminer',
    close: 'Fermer',
    show: 'Me montrer',
  },
  launcher: { help: 'Aide', news: (count) => `${count} nouveauté${count > 1 ? 's' : ''}` },
  milestone: { close: 'Fermer', share: 'Partager', name: 'Nom sur le certificat', save: 'Enregistrer le certificat' },
  survey: {
    region: 'Votre avis',
    next: 'Suivant',
    skip: 'Passer',
    back: 'Retour',
    send: 'Envoyer',
    later: 'Me le rappeler plus tard',
    close: 'Fermer',
    yes: 'Oui',
    no: 'Non',
    optional: 'Facultatif',
    thanks: 'Merci. Votre réponse nous aide à progresser.',
    needed: 'Choisissez ou écrivez une réponse.',
  },
}
