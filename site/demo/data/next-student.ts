const names = [
  'Sara Aebi',
  'Tim Gerber',
  'Aylin Kaya',
  'Marco Steiner',
  'Julie Favre',
  'David Hofer',
  'Nora Zbinden',
  'Paulo Silva',
]

/** A believable name that no student has yet, to fill a form with; empty when all are used. */
export function nextStudent(taken: readonly { name: string }[]): string {
  return names.find((name) => !taken.some((student) => student.name === name)) ?? ''
}
