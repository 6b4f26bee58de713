import { contact, feedback } from '../../../content/words/de.ts'
import type { HelpWords } from './help-words.ts'

/** What the help panel says in German. */
export const words: HelpWords = {
  ...feedback,
  ...contact,
  title: 'Hilfe',
  search: 'Antwort suchen',
  results: 'Suchergebnisse',
  found: (count) => `${count} Ergebnis${count > 1 ? 'se' : ''}`,
  corrected: (query) => `Ergebnisse für „${query}“`,
  nothing: (query) => `Kein Ergebnis für „${query}“. Versuchen Sie es mit anderen oder weniger Wörtern.`,
  inEnglish: 'auf Englisch',
  suggested: 'Vorschläge zu dieser Seite',
  mostRead: 'Meistgelesen',
  startHere: 'Hier beginnen',
  news: 'Neuigkeiten',
  isNew: 'Neu',
  noNews: 'Im Moment gibt es nichts Neues.',
  contact: 'Support kontaktieren',
  back: 'Zurück',
  close: 'Hilfe schließen',
  newTab: 'In einem neuen Tab öffnen',
  loading: 'Wird geladen …',
  failed: 'Das konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  again: 'Noch einmal versuchen',
  notSent: 'Es hat uns nicht erreicht. Nichts ist verloren: Prüfen Sie Ihre Verbindung und senden Sie es noch einmal.',
  example: (example) => `Zum Beispiel: ${example}.`,
  answered: (time) => `Höchstens ${time} bis zur Antwort.`,
  receivedBy: (time) => `Ein Mensch antwortet per E-Mail, spätestens am ${time}.`,
  reference: (reference) => `Ihr Zeichen ist ${reference}.`,
  backHome: 'Zurück zur Hilfe',
}
