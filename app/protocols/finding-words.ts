import { isValueKey } from '#app/reference-values/value-keys.ts'
import { type Answer, mostOnOneWay, mostQuestions } from '#app/triage/protocol.ts'
import type { Catalogue } from '#app/ui/catalogue.ts'
import type { Counterexample, Finding, FindingKind, Place, TextField } from './findings.ts'

/** The names that people know things by, in the place of ids: a question by how it is asked, an end by its rule. */
export type Named = { question(id: string): string; end(id: string): string; answer(answer: Answer): string }
type Sentences = { [Kind in FindingKind]: (finding: Extract<Finding, { what: Kind }>, named: Named) => string }

const idOf = (place: Place) => ('id' in place ? place.id : '')
const saferAnswer = ({ question, safer }: Counterexample) => safer.answers[question] ?? 'no'
const worseAnswer = ({ question, worse }: Counterexample) => worse.answers[question] ?? 'yes'
const way = (ids: string[], { question }: Named) => ids.map((id) => `“${question(id)}”`).join(' → ')

const fields: Record<TextField, string> = {
  words: 'hoe bellers het noemen',
  ask: 'de vraag',
  why: 'waarom het wordt gevraagd',
  because: 'de reden',
  say: 'wat de beller te horen krijgt',
  safety: 'wat de beller nu zelf doet',
  worse: 'wanneer de beller opnieuw belt',
}

const sentences: Sentences = {
  unreachable: () => 'Hier komt niemand. Laat een antwoord hierheen gaan, of haal dit weg.',
  'dead-end': ({ answer, to }, { answer: said }) =>
    answer === 'start'
      ? `De eerste vraag “${to}” is er niet. Kies waarmee het begint.`
      : `Na “${said(answer)}” komt “${to}”, en dat is er niet. Kies wat er dan komt.`,
  loop: (finding, named) =>
    `Dit gaat in een kring: ${way([...finding.way, ...finding.way.slice(0, 1)], named)}. Laat een van deze antwoorden ergens anders heen gaan.`,
  'too-long': (finding, named) =>
    `Wie hier komt, heeft er al ${mostOnOneWay} beantwoord, en meer mag niet: ${way(finding.way, named)}. Haal op deze weg een vraag weg.`,
  'too-many-questions': () =>
    `Dit zijn meer dan ${mostQuestions} vragen. Haal er weg, of maak er twee protocollen van.`,
  'same-name': ({ place }) => `Er is ook een regel die “${idOf(place)}” heet. Geef een van de twee een andere naam.`,
  'no-words': ({ field }) => `Hier staat nog niet: ${fields[field]}. Vul het in.`,
  'no-hours': () => 'Dit is spoed, maar er staat niet binnen hoeveel uur er iemand is. Vul dat in.',
  'same-rule': ({ other }, { end }) => `Dit nummer heeft ook: ${end(other)}. Geef een van de twee een ander nummer.`,
  'raised-nowhere': ({ to }) => `Als het erger is, wordt het “${to}”, en die regel is er niet. Kies een andere.`,
  'raised-lower': ({ to }, { end }) =>
    `Als het erger is, wordt het: ${end(to)}. Dat is niet dringender. Kies een regel die dat wel is.`,
  'less-urgent': ({ counterexample }, { answer }) =>
    `Wie hier “${answer(worseAnswer(counterexample))}” zegt of het niet weet, wordt later geholpen dan wie “${answer(saferAnswer(counterexample))}” zegt. Kies andere regels, of het andere gevaarlijke antwoord.`,
  'no-examples': () =>
    'Er is geen voorbeeld. Schrijf er een: wat een beller vertelt, en waar dat op uit hoort te komen.',
  'unfinished-example': (finding, { question }) =>
    `Er is geen antwoord op “${question(finding.question)}”. Vul dat aan.`,
  'failing-example': ({ came, expected }, { end }) =>
    `Dit komt uit op ${end(came)}. Verwacht was ${end(expected)}. Verander het protocol of het voorbeeld.`,
  'typed-number': ({ text }) =>
    `“${text}” is in de tekst getypt. Zet er een waarde voor in de plaats, dan klopt het ook als het nummer of bedrag verandert.`,
  'unknown-value': ({ key }) =>
    isValueKey(key)
      ? `“{${key}}” is nog niet ingevuld. Doe dat bij Instellingen, Nummers en bedragen, of haal het uit de tekst.`
      : `“{${key}}” is geen waarde. Kies er een die er wel is.`,
}

const nl = {
  protocol: 'Het protocol',
  question: (ask: string) => `Vraag “${ask}”`,
  example: (title: string) => `Voorbeeld “${title}”`,
  rule: (number: number) => `regel ${number}`,
  sentences,
  oneCaller: 'Een beller',
  otherCaller: 'Een beller die in meer gevaar is',
  comesTo: (end: string) => `Komt uit op ${end}`,
  becauseOf: (circumstances: string) => `Voor allebei geldt een van deze: ${circumstances}.`,
}

const fieldsEn: Record<TextField, string> = {
  words: 'how callers call it',
  ask: 'the question',
  why: 'why it is asked',
  because: 'the reason',
  say: 'what the caller is told',
  safety: 'what the caller does now',
  worse: 'when the caller rings again',
}

const en: Catalogue<typeof nl> = {
  protocol: 'The protocol',
  question: (ask) => `Question “${ask}”`,
  example: (title) => `Example “${title}”`,
  rule: (number) => `rule ${number}`,
  sentences: {
    unreachable: () => 'Nobody comes here. Let an answer lead here, or take it away.',
    'dead-end': ({ answer, to }, { answer: said }) =>
      answer === 'start'
        ? `The first question “${to}” is not there. Choose what it begins with.`
        : `After “${said(answer)}” comes “${to}”, which is not there. Choose what comes then.`,
    loop: (finding, named) =>
      `This goes round in a circle: ${way([...finding.way, ...finding.way.slice(0, 1)], named)}. Let one of these answers lead elsewhere.`,
    'too-long': (finding, named) =>
      `Whoever comes here has answered ${mostOnOneWay} already, and there may be no more: ${way(finding.way, named)}. Take away a question on this way.`,
    'too-many-questions': () =>
      `These are more than ${mostQuestions} questions. Take some away, or make two protocols of it.`,
    'same-name': ({ place }) => `There is a rule called “${idOf(place)}” too. Give one of the two another name.`,
    'no-words': ({ field }) => `Still missing here: ${fieldsEn[field]}. Fill it in.`,
    'no-hours': () => 'This is urgent, but within how many hours somebody is there is missing. Fill it in.',
    'same-rule': ({ other }, { end }) => `This number also has: ${end(other)}. Give one of the two another number.`,
    'raised-nowhere': ({ to }) => `When it is worse it becomes “${to}”, and there is no such rule. Choose another.`,
    'raised-lower': ({ to }, { end }) =>
      `When it is worse it becomes: ${end(to)}. That is not more urgent. Choose a rule that is.`,
    'less-urgent': ({ counterexample }, { answer }) =>
      `Whoever says “${answer(worseAnswer(counterexample))}” here, or does not know, is helped later than who says “${answer(saferAnswer(counterexample))}”. Choose other rules, or the other dangerous answer.`,
    'no-examples': () => 'There is no example. Write one: what a caller tells, and what that should come to.',
    'unfinished-example': (finding, { question }) =>
      `There is no answer to “${question(finding.question)}”. Fill it in.`,
    'failing-example': ({ came, expected }, { end }) =>
      `This comes to ${end(came)}. Expected was ${end(expected)}. Change the protocol or the example.`,
    'typed-number': ({ text }) =>
      `“${text}” is typed in the text. Put a value in its place, so that it is right when the number or amount changes.`,
    'unknown-value': ({ key }) =>
      isValueKey(key)
        ? `“{${key}}” is not filled in yet. Do that under Settings, Numbers and amounts, or take it out of the text.`
        : `“{${key}}” is no value. Choose one that is there.`,
  },
  oneCaller: 'A caller',
  otherCaller: 'A caller in more danger',
  comesTo: (end) => `Comes to ${end}`,
  becauseOf: (circumstances) => `One of these holds for both: ${circumstances}.`,
}

export const findingWords = { nl, en }
