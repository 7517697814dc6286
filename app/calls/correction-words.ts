import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What is said about calls that were saved: apart, so that the call itself loads no more than it needs. */
const nl = {
  title: 'Gesprek verbeteren',
  lead: 'Wat er stond, blijft bewaard en is te zien voor de coördinator.',
  back: 'Bellen',
  save: 'Verbetering opslaan',
  last: 'Mijn laatste gesprekken',
  lastLead: 'U kunt een gesprek een dag lang verbeteren.',
  correct: 'Verbeteren',
  takeBack: 'Terugnemen',
  takeBackLead: 'Klopte dit niet? Dan mag deze huurder weer gebeld worden.',
}

const en: Catalogue<typeof nl> = {
  title: 'Correct a conversation',
  lead: 'What stood there is kept, and the coordinator can see it.',
  back: 'Calls',
  save: 'Save the correction',
  last: 'My last calls',
  lastLead: 'You can correct a call for a day.',
  correct: 'Correct',
  takeBack: 'Take back',
  takeBackLead: 'Was this not so? Then this tenant may be called again.',
}

export const useCorrectionWords = wordsIn({ nl, en })
