import { contact, feedback } from '../../../content/words/fr.ts'
import type { HelpWords } from './help-words.ts'

/** What the help panel says in French. */
export const words: HelpWords = {
  ...feedback,
  ...contact,
  title: 'Aide',
  search: 'Rechercher une réponse',
  results: 'Résultats de la recherche',
  found: (count) => `${count} résultat${count > 1 ? 's' : ''}`,
  corrected: (query) => `Résultats pour « ${query} »`,
  nothing: (query) => `Aucun résultat pour « ${query} ». Essayez d’autres mots, ou moins de mots.`,
  inEnglish: 'en anglais',
  suggested: 'Suggestions pour cette page',
  mostRead: 'Les plus lus',
  startHere: 'Commencer ici',
  news: 'Nouveautés',
  isNew: 'Nouveau',
  noNews: 'Aucune nouveauté pour le moment.',
  contact: 'Contacter l’assistance',
  back: 'Retour',
  close: 'Fermer l’aide',
  newTab: 'Ouvrir dans un nouvel onglet',
  loading: 'Chargement…',
  failed: 'Le chargement a échoué. Vérifiez votre connexion et réessayez.',
  again: 'Réessayer',
  notSent: 'Cela ne nous est pas parvenu. Rien n’est perdu : vérifiez votre connexion, puis renvoyez.',
  example: (example) => `Par exemple : ${example}.`,
  answered: (time) => `Réponse sous ${time}.`,
  receivedBy: (time) => `Une personne vous répond par e-mail, au plus tard le ${time}.`,
  reference: (reference) => `Sa référence est ${reference}.`,
  backHome: 'Retour à l’aide',
}
