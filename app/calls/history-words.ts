import type { HistoryWords } from '#app/tenants/history.ts'
import type { AttemptEvent } from './tenant-history.server.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

type Words = Pick<typeof wordsNl | typeof wordsEn, 'outcomes' | 'skipReasons'>

const sentences = (words: Words, folded: (count: number) => string): HistoryWords<AttemptEvent> => ({
  'attempt:made': ({ outcome, skipReason, number, campaignName }, count) =>
    count > 1
      ? [`${folded(count)} · ${campaignName}`]
      : [
          `${words.outcomes[outcome]} · ${campaignName}`,
          [number, skipReason && words.skipReasons[skipReason]].filter(Boolean).join(' · '),
        ],
})

export const nl = sentences(wordsNl, (count) => `${count} keer gebeld zonder gesprek`)
export const en = sentences(wordsEn, (count) => `Called ${count} times without a conversation`)
