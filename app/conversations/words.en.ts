import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
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
}
