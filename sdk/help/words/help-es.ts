import { contact, feedback } from '../../../content/words/es.ts'
import type { HelpWords } from './help-words.ts'

/** What the help panel says in Spanish. */
export const words: HelpWords = {
  ...feedback,
  ...contact,
  title: 'Ayuda',
  search: 'Buscar una respuesta',
  results: 'Resultados de la búsqueda',
  found: (count) => `${count} resultado${count > 1 ? 's' : ''}`,
  corrected: (query) => `Resultados de «${query}»`,
  nothing: (query) => `Ningún resultado para «${query}». Pruebe con otras palabras, o con menos.`,
  inEnglish: 'en inglés',
  suggested: 'Sugerencias para esta página',
  mostRead: 'Los más leídos',
  startHere: 'Empiece aquí',
  news: 'Novedades',
  isNew: 'Nuevo',
  noNews: 'No hay novedades por ahora.',
  contact: 'Contactar con soporte',
  back: 'Atrás',
  close: 'Cerrar la ayuda',
  newTab: 'Abrir en otra pestaña',
  loading: 'Cargando…',
  failed: 'No se ha podido cargar. Compruebe su conexión e inténtelo de nuevo.',
  again: 'Intentar de nuevo',
  notSent: 'No nos ha llegado. No se ha perdido nada: compruebe su conexión y vuelva a enviarlo.',
  example: (example) => `Por ejemplo: ${example}.`,
  answered: (time) => `Respuesta en ${time}.`,
  receivedBy: (time) => `Una persona responde por correo electrónico, a más tardar el ${time}.`,
  reference: (reference) => `Su referencia es ${reference}.`,
  backHome: 'Volver a la ayuda',
}
