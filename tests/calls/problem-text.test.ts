import { expect, test } from 'vitest'
import { problemText } from '#app/calls/views/problem-text.ts'
import { nl } from '#app/calls/words.nl.ts'

const draftFields = { 'gesture-2-kind': ['card'], 'followUp-0-kind': ['visit'], 'referral-1-agencyId': [''] }

test.each([
  ['gesture-2-text', 'required', 'Kaartje: schrijf wat erop komt.'],
  ['followUp-0-promise', 'required', 'Langsgaan: schrijf wat u hebt beloofd.'],
  ['followUp-0-dueOn', 'date', 'Langsgaan: kies op welke dag.'],
  ['referral-1-question', 'required', 'Doorverwijzen: schrijf wat de vraag is.'],
  ['referral-1-consent', 'consent-required', /^Doorverwijzen: vink aan dat de huurder het goed vindt/],
  ['newMobile', 'phone', 'Mobiel: dit is geen telefoonnummer. Schrijf het als 0162 41 22 33.'],
  ['notes', 'bsn', 'Notitie: haal het burgerservicenummer weg. Dat mogen wij niet bewaren.'],
  ['againOn', 'again-required', 'Kies de dag waarop u terugbelt.'],
  ['againAt', 'again-required', 'Kies de tijd waarop u terugbelt.'],
  ['wellbeing', 'wellbeing-required', 'Kies hoe het met de huurder gaat.'],
  ['constructor', 'toString', 'Dat is niet gelukt. Kijk het nog even na.'],
])('what is wrong with %s (%s) names its field', (field, code, sentence) => {
  expect(problemText(nl, { field, code }, draftFields)).toMatch(sentence)
})
