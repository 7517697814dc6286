import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'
import type { HomeStays } from './saved-call.server.ts'

/** What is said about calls that were saved: apart, so that the call itself loads no more than it needs. */
const nl = {
  title: 'Gesprek verbeteren',
  lead: 'Wat er stond, blijft bewaard en is te zien voor de coördinator.',
  moves:
    'Het adres komt in de belactie te staan waar het met dit antwoord hoort. Wat het vorige antwoord deed, wordt teruggenomen. Beloften blijven.',
  stays: {
    'campaign-closed':
      'De belactie is afgesloten: het adres blijft daar zoals het was. Wat er over de huurder staat, verandert wel mee.',
    'called-again':
      'Dit adres is daarna nog eens gebeld en blijft zoals het nu staat. Dit gesprek, het aantal pogingen en wat er over de huurder staat, veranderen wel mee.',
    'in-hands':
      'Iemand heeft dit adres nu op het scherm en houdt het. Dit gesprek en wat er over de huurder staat, veranderen wel mee.',
    'taken-off':
      'Dit adres is intussen van de lijst gehaald en blijft eraf. Dit gesprek en wat er over de huurder staat, veranderen wel mee.',
  } satisfies Record<HomeStays, string>,
  refusals: {
    'corrected-meanwhile': 'Iemand heeft dit gesprek intussen verbeterd. Open het opnieuw.',
    'number-required': 'Kies welk nummer is gebeld.',
  },
  back: 'Bellen',
  save: 'Verbetering opslaan',
  discard: 'Mijn tekst weggooien',
  last: 'Mijn laatste gesprekken',
  lastLead: 'U kunt een gesprek een dag lang verbeteren.',
  correct: 'Verbeteren',
  takeBack: 'Terugnemen',
  takeBackLead: 'Klopte dit niet? Dan mag deze huurder weer gebeld worden.',
}

const en: Catalogue<typeof nl> = {
  title: 'Correct a conversation',
  lead: 'What stood there is kept, and the coordinator can see it.',
  moves:
    'The home goes where this outcome puts it in the round. What the former outcome did is taken back. Promises stay.',
  stays: {
    'campaign-closed': 'The round is closed: the home stays there as it was. What is said of the tenant does change.',
    'called-again':
      'This home was called again since and stays as it is now. This call, the number of tries and what is said of the tenant do change.',
    'in-hands':
      'Somebody has this home on their screen now and keeps it. This call and what is said of the tenant do change.',
    'taken-off':
      'This home was taken off the list since and stays off. This call and what is said of the tenant do change.',
  },
  refusals: {
    'corrected-meanwhile': 'Somebody corrected this call meanwhile. Open it again.',
    'number-required': 'Choose which number was rung.',
  },
  back: 'Calls',
  save: 'Save the correction',
  discard: 'Throw my text away',
  last: 'My last calls',
  lastLead: 'You can correct a call for a day.',
  correct: 'Correct',
  takeBack: 'Take back',
  takeBackLead: 'Was this not so? Then this tenant may be called again.',
}

export const useCorrectionWords = wordsIn({ nl, en })
