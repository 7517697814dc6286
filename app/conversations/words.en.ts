import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  warnings: {
    title: 'Please look at your note',
    bsn: (found) =>
      `"${found}" looks like a citizen service number (BSN). We may not keep that. Take it out; the rest of your text stays. Is it a phone number? Then write it with a 0 in front.`,
    medical: (found) => `"${found}" seems to be about health. Rather write what somebody needs.`,
    confirm: 'I have looked at it. It can stay like this.',
  },
  wellbeings: { good: 'Well', watch: 'Keep an eye on', worry: 'Worried', urgent: 'Needs help now' },
  wellbeingHints: {
    good: '',
    watch: 'It is wise to call again later.',
    worry: 'The coordinator looks along.',
    urgent: 'Somebody must look today. In danger: ring 112 first.',
  },
  topics: {
    chat: 'A chat',
    loneliness: 'Loneliness',
    'daily-help': 'Help at home',
    'care-support': 'Care and support',
    'informal-care': 'Informal care',
    meals: 'Meals',
    transport: 'Transport',
    paperwork: 'Paperwork',
    'digital-help': 'Computer and phone',
    money: 'Money',
    repair: 'Repair',
    'home-adaptation': 'Adapting the home',
    'moving-house': 'Moving house',
    'energy-and-cold': 'Energy and cold',
    garden: 'Garden',
    safety: 'Safety',
    neighbours: 'Neighbours',
    neighbourhood: 'Neighbourhood',
    activities: 'Activities',
    compliment: 'Compliment',
    complaint: 'Complaint',
    other: 'Other',
  },
  spokenTo: (who) => `Spoken to: ${who}`,
  speaks: (language) => `Language: ${language}`,
  urgentRang: (who) => `Rang at once: ${who}`,
  urgentResult: (result) => `What was done: ${result}`,
}
