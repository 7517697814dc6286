import { type End, mostOnOneWay, mostQuestions, type Protocol, type Question } from '#app/triage/protocol.ts'
import { end, leak, question } from './small-protocol.ts'

const rows = mostOnOneWay - 1

/**
 * One that can be published and is as large as one may be: sixteen questions, six on a way. Five rows of one, two, three, four
 * and five questions, in which each safe answer goes one place to the right; the last of the fifth row is asked one more.
 */
export function largestProtocol(changes: Partial<Protocol> = {}): Protocol {
  const at = (row: number, place: number) => (row < rows ? `asks-${row}-${place}` : `end-${place}`)
  const grid = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: row + 1 }, (_, place): [string, Question] => [
      at(row, place),
      question({ yes: at(row + 1, place), no: row === rows - 1 && place === row ? 'last' : at(row + 1, place + 1) }),
    ]),
  ).flat()
  const last = question({ yes: at(rows, rows), no: at(rows, rows + 1) })
  const ends = Array.from({ length: rows + 2 }, (_, place): [string, End] => [
    at(rows, place),
    end({
      rule: place + 1,
      class: place > rows ? 'working-day' : 'urgent',
      hours: place > rows ? null : place + 1,
      raised: place === 0 ? null : at(rows, place - 1),
    }),
  ])
  const questions = Object.fromEntries([...grid, ['last', last]])
  if (Object.keys(questions).length !== mostQuestions) throw new Error('It is no longer as large as one may be.')
  const answers = Object.fromEntries(Object.keys(questions).map((id) => [id, 'unknown' as const]))
  return leak({
    start: at(0, 0),
    questions,
    ends: Object.fromEntries(ends),
    examples: { unknown: { title: 'Weet niets.', answers, circumstances: [], end: at(rows, 0) } },
    ...changes,
  })
}
