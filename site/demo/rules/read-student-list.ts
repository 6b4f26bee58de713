/** One line of a list of students. */
export interface StudentLine {
  name: string
  email: string
}

/** Reads `name, email` a line, as copied from a spreadsheet; says in a sentence which line it cannot read. */
export function readStudentList(text: string): { students: StudentLine[]; problem: string | null } {
  const students: StudentLine[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [name = '', email = ''] = line.split(/[,;\t]/).map((cell) => cell.trim())
    if (name === '' || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
      return {
        students: [],
        problem: `Line ${index + 1} needs a name and an email address with a comma between them.`,
      }
    }
    students.push({ name, email })
  }
  return students.length > 0 ? { students, problem: null } : { students, problem: 'Paste at least one line.' }
}
