import type { Translation } from './translation.ts'

/** What Cairn says in German. */
export const translation: Translation = {
  checklist: {
    count: (done, all) => `${done} von ${all} Schritt${all > 1 ? 'en' : ''}`,
    minutes: (minutes) => `${minutes} Min.`,
    minutesLeft: (minutes) => `noch ${minutes} Min.`,
    completed: 'Erledigt',
    next: 'Nächster Schritt',
    open: 'Offen',
    optional: 'Freiwillig',
    start: 'Los geht’s',
    show: 'Zeigen Sie mir, wie',
    dismiss: 'Liste ausblenden',
    allDone: 'Alle Schritte sind erledigt. Gut gemacht!',
  },
  extra: { markDone: 'Als erledigt markieren', after: (title) => `Nach „${title}“` },
  guide: {
    step: (number, all) => `${number} von ${all}`,
    next: 'Weiter',
    back: 'Zurück',
    done: 'Fertig',
    close: 'Schließen',
    show: 'Zeigen',
  },
  launcher: { help: 'Hilfe', news: (count) => `${count} neu` },
  milestone: { close: 'Schließen', share: 'Teilen', name: 'Name auf der Urkunde', save: 'Urkunde speichern' },
  survey: {
    region: 'Ihre Meinung',
    next: 'Weiter',
    skip: 'Überspringen',
    back: 'Zurück',
    send: 'Senden',
    later: 'Später erinnern',
    close: 'Schließen',
    yes: 'Ja',
    no: 'Nein',
    optional: 'Freiwillig',
    thanks: 'Danke. Ihre Antwort hilft uns, besser zu werden.',
    needed: 'Bitte wählen oder schreiben Sie eine Antwort.',
  },
}
