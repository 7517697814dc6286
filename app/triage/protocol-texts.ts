import type { End, Protocol, Question } from './protocol.ts'

/** What somebody of the corporation stands for: all that is said at one place, and nothing of where it leads. */
export type ProtocolText =
  | { in: 'questions'; id: string; text: Pick<Question, 'ask' | 'why'> }
  | { in: 'ends'; id: string; text: ReturnType<typeof textOfEnd> }

export const textOfEnd = ({ because, say, safety, worse }: End) => ({ because, say, safety, worse })

/** All texts of a protocol, in the order in which they stand in it. */
export const textsOf = ({ questions, ends }: Pick<Protocol, 'questions' | 'ends'>): ProtocolText[] => [
  ...Object.entries(questions).map(([id, { ask, why }]): ProtocolText => ({ in: 'questions', id, text: { ask, why } })),
  ...Object.entries(ends).map(([id, end]): ProtocolText => ({ in: 'ends', id, text: textOfEnd(end) })),
]
