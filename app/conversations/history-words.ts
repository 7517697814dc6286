import type { HistoryWords } from '#app/tenants/history.ts'
import type { ConversationEvent } from './tenant-history.server.ts'
import { en as wordsEn } from './words.en.ts'
import { nl as wordsNl } from './words.nl.ts'

type Words = Pick<typeof wordsNl | typeof wordsEn, 'wellbeings' | 'topics' | 'spokenTo' | 'speaks'> &
  Pick<typeof wordsNl | typeof wordsEn, 'urgentRang' | 'urgentResult'>

const sentences = (words: Words, titles: { held: string; corrected: string }): HistoryWords<ConversationEvent> => ({
  'conversation:held': ({ spokeWith, language, wellbeing, topics, campaignName, urgentRang, urgentResult }) => [
    [titles.held, campaignName].filter(Boolean).join(' · '),
    spokeWith && words.spokenTo(spokeWith),
    language && words.speaks(language),
    urgentRang && words.urgentRang(urgentRang),
    urgentResult && words.urgentResult(urgentResult),
    [wellbeing && words.wellbeings[wellbeing], ...topics.map((topic) => words.topics[topic])]
      .filter(Boolean)
      .join(' · '),
  ],
  'conversation:corrected': ({ wellbeing, urgentRang }) => [
    titles.corrected,
    urgentRang && words.urgentRang(urgentRang),
    wellbeing ? words.wellbeings[wellbeing] : '',
  ],
})

export const nl = sentences(wordsNl, { held: 'Gesprek', corrected: 'Gesprek verbeterd. Hiervoor stond er:' })
export const en = sentences(wordsEn, { held: 'Conversation', corrected: 'Conversation corrected. Before it said:' })
