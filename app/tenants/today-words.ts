import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'
import type { ReportKind } from './call-reports.ts'

export const reportKindWords: Record<'nl' | 'en', Record<ReportKind, string>> = {
  nl: { deceased: 'Overleden', moved: 'Verhuisd', objected: 'Wil niet meer gebeld worden', worry: 'Zorgen' },
  en: { deceased: 'Deceased', moved: 'Moved out', objected: 'Does not want to be called', worry: 'Worries' },
}

/** What was said of tenants, on the home page and on their own page: apart, so that the home page loads no more than this. */
const nl = {
  title: 'Gemeld door bellers',
  lead: 'Bekijk wat er over deze huurders is gemeld. Ze staan hier tot u of een collega op Gezien drukt.',
  by: (name: string, moment: string) => `${name}, ${moment}`,
  seen: 'Gezien',
  more: (count: number) => `Nog ${count} ${count === 1 ? 'melding' : 'meldingen'}`,
  kinds: reportKindWords.nl,
  reports: {
    title: 'Gemeld',
    seenBy: (name: string, moment: string) => `Gezien door ${name}, ${moment}`,
    undoneBy: (name: string, moment: string) => `Teruggenomen door ${name}, ${moment}`,
    undo: 'Klopt niet, terugzetten',
    undoLead: 'De huurder kan dan weer gebeld worden en komt terug op de lijsten die nog lopen.',
    add: 'Iets melden over deze huurder',
    addLead: 'Dit geldt meteen, op alle lijsten. U kunt het later terugzetten.',
    kind: 'Wat hebt u gehoord?',
    reason: 'Van wie hebt u het gehoord?',
    save: 'Melden',
    conversation: 'Gesprek vastleggen',
    refusals: {
      required: 'Kies wat u hebt gehoord en schrijf op van wie.',
      'too-long': 'Deze tekst is te lang.',
      bsn: 'Haal het burgerservicenummer weg. Dat mogen wij niet bewaren.',
      other: 'Dat is niet gelukt. Probeer het nog eens.',
    } as Record<string, string>,
  },
}

const en: Catalogue<typeof nl> = {
  title: 'Reported by callers',
  lead: 'Look at what was reported about these tenants. They stay here until you or a colleague press Seen.',
  by: (name, moment) => `${name}, ${moment}`,
  seen: 'Seen',
  more: (count) => `${count} more ${count === 1 ? 'report' : 'reports'}`,
  kinds: reportKindWords.en,
  reports: {
    title: 'Reported',
    seenBy: (name, moment) => `Seen by ${name}, ${moment}`,
    undoneBy: (name, moment) => `Taken back by ${name}, ${moment}`,
    undo: 'Not so, put back',
    undoLead: 'The tenant may be called again and returns to the lists that still run.',
    add: 'Report something about this tenant',
    addLead: 'This holds at once, on all lists. You can put it back later.',
    kind: 'What did you hear?',
    reason: 'From whom did you hear it?',
    save: 'Report',
    conversation: 'Write down a conversation',
    refusals: {
      required: 'Choose what you heard and write down from whom.',
      'too-long': 'This text is too long.',
      bsn: 'Take the citizen service number out. We may not keep that.',
      other: 'That did not work. Please try again.',
    },
  },
}

export const useReportWords = wordsIn({ nl, en })
