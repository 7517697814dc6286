import type { HistoryWords } from '#app/tenants/history.ts'
import { dateText } from '#app/ui/format.ts'
import type { PromiseEvent } from './tenant-history.server.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

export const nl: HistoryWords<PromiseEvent> = {
  'promise:made': ({ kind, dueOn, dueTime, owner }) => [
    `Beloofd: ${wordsNl.kinds[kind]}`,
    [`Voor ${dateText(dueOn)}`, dueTime && wordsNl.atTime(dueTime), owner && `door ${owner}`].filter(Boolean).join(' '),
  ],
  'promise:done': ({ kind }) => [`Gedaan: ${wordsNl.kinds[kind]}`],
  'promise:cancelled': ({ kind }) => [`Vervallen: ${wordsNl.kinds[kind]}`],
}

export const en: HistoryWords<PromiseEvent> = {
  'promise:made': ({ kind, dueOn, dueTime, owner }) => [
    `Promised: ${wordsEn.kinds[kind]}`,
    [`For ${dateText(dueOn)}`, dueTime && wordsEn.atTime(dueTime), owner && `by ${owner}`].filter(Boolean).join(' '),
  ],
  'promise:done': ({ kind }) => [`Done: ${wordsEn.kinds[kind]}`],
  'promise:cancelled': ({ kind }) => [`Dropped: ${wordsEn.kinds[kind]}`],
}
