import { entry, type Protocol, type Question, safeAnswer } from './protocol.ts'

export type OutlineRow = {
  id: string
  question: Question
  /** As people know it, from 1; and how far it stands in, from 0. */
  number: number
  depth: number
  /** The answers that lead here; nothing for the first. */
  from: { number: number; answer: 'yes' | 'no' }[]
}

/**
 * The questions in the order in which they are read: after each what its dangerous answer leads to, then the other. What goes
 * on by one answer only stays as far in as it was. Total for every protocol; where nobody comes is not in it.
 */
export function outlineOf({ start, questions }: Pick<Protocol, 'start' | 'questions'>): OutlineRow[] {
  const rows: OutlineRow[] = []
  const seen = new Set<string>()
  const visit = (id: string, depth: number) => {
    const question = entry(questions, id)
    if (!question || seen.has(id)) return
    seen.add(id)
    rows.push({ id, question, number: rows.length + 1, depth, from: [] })
    const [first, second] = [question[question.dangerous], question[safeAnswer(question)]]
    visit(first, isNew(second) && isNew(first) && first !== second ? depth + 1 : depth)
    visit(second, depth)
  }
  const isNew = (id: string) => entry(questions, id) !== undefined && !seen.has(id)
  visit(start, 0)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const { number, question } of rows)
    for (const answer of ['yes', 'no'] as const) byId.get(question[answer])?.from.push({ number, answer })
  return rows
}
