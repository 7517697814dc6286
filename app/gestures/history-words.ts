import type { HistoryWords } from '#app/tenants/history.ts'
import type { GestureEvent } from './tenant-history.server.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

type Words = Pick<typeof wordsNl | typeof wordsEn, 'kinds' | 'states'>

const sentences = ({ kinds, states }: Words): HistoryWords<GestureEvent> => ({
  'gesture:requested': ({ kind }) => [`${kinds[kind]}: ${states.requested}`],
  'gesture:approved': ({ kind }) => [`${kinds[kind]}: ${states.approved}`],
  'gesture:refused': ({ kind }) => [`${kinds[kind]}: ${states.refused}`],
  'gesture:sent': ({ kind }) => [`${kinds[kind]}: ${states.sent}`],
})

export const nl = sentences(wordsNl)
export const en = sentences(wordsEn)
