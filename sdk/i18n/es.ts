import type { Translation } from './translation.ts'

/** What Cairn says in Spanish. */
export const translation: Translation = {
  checklist: {
    count: (done, all) => `${done} de ${all} paso${all > 1 ? 's' : ''}`,
    minutes: (minutes) => `${minutes} min`,
    minutesLeft: (minutes) => `quedan ${minutes} min`,
    completed: 'Completado',
    next: 'Próximo paso',
    open: 'Pendiente',
    optional: 'Opcional',
    start: 'Empezar',
    show: 'Muéstreme cómo',
    dismiss: 'Ocultar la lista',
    allDone: 'Todos los pasos están completados. ¡Muy bien!',
  },
  extra: { markDone: 'Marcar como hecho', after: (title) => `Después de «${title}»` },
  guide: {
    step: (number, all) => `${number} de ${all}`,
    next: 'Siguiente',
    back: 'Atrás',
    done: 'Terminar',
    close: 'Cerrar',
    show: 'Mostrar',
  },
  launcher: { help: 'Ayuda', news: (count) => `${count} novedad${count > 1 ? 'es' : ''}` },
  milestone: { close: 'Cerrar', share: 'Compartir', name: 'Nombre en el certificado', save: 'Guardar el certificado' },
  survey: {
    region: 'Su opinión',
    next: 'Siguiente',
    skip: 'Omitir',
    back: 'Atrás',
    send: 'Enviar',
    later: 'Recordármelo más tarde',
    close: 'Cerrar',
    yes: 'Sí',
    no: 'No',
    optional: 'Opcional',
    thanks: 'Gracias. Su respuesta nos ayuda a mejorar.',
    needed: 'Elija o escriba una respuesta.',
  },
}
