import type { Topic } from './topics.ts'
import type { Wellbeing } from './wellbeing.ts'

const wellbeings: Record<Wellbeing, string> = {
  good: 'Goed',
  watch: 'In de gaten houden',
  worry: 'Zorgen',
  urgent: 'Nu hulp nodig',
}

const wellbeingHints: Record<Wellbeing, string> = {
  good: '',
  watch: 'Later nog eens bellen is verstandig.',
  worry: 'De coördinator kijkt mee.',
  urgent: 'Er moet vandaag iemand kijken. Bij gevaar: bel eerst 112.',
}

const topics: Record<Topic, string> = {
  chat: 'Praatje',
  loneliness: 'Eenzaamheid',
  'daily-help': 'Hulp in huis',
  'care-support': 'Zorg en steun',
  'informal-care': 'Mantelzorg',
  meals: 'Eten',
  transport: 'Vervoer',
  paperwork: 'Papieren',
  'digital-help': 'Computer en telefoon',
  money: 'Geld',
  repair: 'Reparatie',
  'home-adaptation': 'Woning aanpassen',
  'moving-house': 'Verhuizen',
  'energy-and-cold': 'Energie en kou',
  garden: 'Tuin',
  safety: 'Veiligheid',
  neighbours: 'Buren',
  neighbourhood: 'Buurt',
  activities: 'Activiteiten',
  compliment: 'Compliment',
  complaint: 'Klacht',
  other: 'Anders',
}

export const nl = {
  warnings: {
    title: 'Kijk even naar uw notitie',
    bsn: (found: string) =>
      `"${found}" lijkt een burgerservicenummer (BSN). Dat mogen wij niet bewaren. Haal het weg; de rest van uw tekst blijft staan. Is het een telefoonnummer? Schrijf het dan met een 0 ervoor.`,
    medical: (found: string) => `"${found}" lijkt over gezondheid te gaan. Schrijf liever op wat iemand nodig heeft.`,
    confirm: 'Ik heb het bekeken. Zo kan het blijven staan.',
  },
  wellbeings,
  wellbeingHints,
  topics,
  spokenTo: (who: string) => `Gesproken met: ${who}`,
  speaks: (language: string) => `Taal: ${language}`,
  urgentRang: (who: string) => `Meteen gebeld met: ${who}`,
  urgentResult: (result: string) => `Wat er is gedaan: ${result}`,
}
