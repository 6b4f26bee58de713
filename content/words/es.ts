import type { ContactWords, FeedbackWords } from './en.ts'

const button = {
  send: 'Enviar',
  sending: 'Enviando…',
}

/** What the form under an article says in Spanish, in the help center and in the help panel of the SDK. */
export const feedback: FeedbackWords = {
  ...button,
  question: '¿Le ha sido útil este artículo?',
  yes: 'Sí',
  no: 'No',
  thanks: 'Gracias. Nos alegra saber que le ha servido.',
  thanksWhy: 'Gracias, tomamos nota. ¿Quiere contarnos más?',
  why: '¿Qué ha fallado?',
  reasons: {
    'not-found': 'No he encontrado lo que buscaba',
    unclear: 'Es difícil de seguir',
    'out-of-date': 'No está actualizado',
    'did-not-work': 'He seguido las instrucciones y no ha funcionado',
    other: 'Otra cosa',
  },
  comment: '¿Qué deberíamos cambiar? (opcional)',
  commentHint: 'Aquí no podemos responderle. No incluya nombres ni otros datos personales.',
  thanksReason: 'Gracias. Esto nos ayuda a mejorar el artículo.',
}

/** What the form to support says in Spanish, in the help center and in the help panel of the SDK. */
export const contact: ContactWords = {
  ...button,
  lead: 'Una persona lee cada mensaje y responde por correo electrónico.',
  subject: '¿De qué se trata?',
  subjectError: 'Diga en pocas palabras de qué se trata.',
  suggestions: 'Quizá estos artículos ya lo respondan:',
  severity: '¿Cuánto le impide trabajar?',
  message: '¿Qué ha pasado?',
  messageHint: 'Qué hizo, qué vio y desde cuándo. No envíe nunca contraseñas ni números de tarjeta.',
  messageError: 'Escriba qué ha pasado.',
  email: 'Su correo electrónico',
  emailHint: 'Respondemos a esta dirección y no la usamos para nada más.',
  emailError: 'Escriba su correo electrónico, por ejemplo nombre@example.com.',
  tooMany: 'Acaban de llegar muchos mensajes de su red. Espere un minuto y vuelva a enviarlo.',
  received: 'Hemos recibido su mensaje',
}
