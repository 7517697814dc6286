import { walk } from '#app/triage/engine.ts'
import { entry, type Protocol } from '#app/triage/protocol.ts'
import { triageWords } from '#app/triage/triage-words.ts'
import { verdictText } from '#app/triage/urgency-text.ts'
import type { Language } from '#app/ui/language.tsx'
import { findingWords, type Named } from './finding-words.ts'
import type { Counterexample, Finding, Place } from './findings.ts'

/** A caller of a counterexample: what is asked in the order in which it is asked, and what it comes to. */
export type ToldCaller = { who: string; answers: { ask: string; answer: string; isTurned: boolean }[]; comesTo: string }

/** A finding for people who know no ids. `callers`: the two who show it, when it is about two callers. */
export type ToldFinding = { place: string; says: string; callers: ToldCaller[]; circumstances: string | null }

export function tellFinding(finding: Finding, protocol: Protocol, language: Language): ToldFinding {
  const words = findingWords[language]
  const named = namesIn(protocol, language)
  // Each sentence takes its own kind of finding, which TypeScript does not follow through the lookup.
  const sentence = words.sentences[finding.what] as (of: Finding, names: Named) => string
  const shown = finding.what === 'less-urgent' ? finding.counterexample : null
  return {
    place: placeIn(finding.place, protocol, language),
    says: sentence(finding, named),
    callers: shown ? callersOf(shown, protocol, language) : [],
    circumstances: shown && shown.circumstances.length > 0 ? words.becauseOf(circumstancesIn(shown, language)) : null,
  }
}

function namesIn({ questions, ends }: Protocol, language: Language): Named {
  const { answers } = triageWords[language]
  return {
    question: (id) => entry(questions, id)?.ask || id,
    end: (id) => {
      const end = entry(ends, id)
      if (!end) return `“${id}”`
      return `${findingWords[language].rule(end.rule)}, ${verdictText(end, triageWords[language]).toLowerCase()}`
    },
    answer: (answer) => answers[answer].toLowerCase(),
  }
}

function placeIn(place: Place, protocol: Protocol, language: Language): string {
  const words = findingWords[language]
  if (place.in === 'protocol') return words.protocol
  if (place.in === 'question') return words.question(namesIn(protocol, language).question(place.id))
  if (place.in === 'example') return words.example(entry(protocol.examples, place.id)?.title || place.id)
  const end = namesIn(protocol, language).end(place.id)
  return `${end.charAt(0).toUpperCase()}${end.slice(1)}`
}

function callersOf({ question, safer, worse }: Counterexample, protocol: Protocol, language: Language): ToldCaller[] {
  const words = findingWords[language]
  const named = namesIn(protocol, language)
  const caller = (who: string, { answers, end }: Counterexample['safer']) => ({
    who,
    answers: walk(protocol, answers).steps.map(({ question: id, answer }) => ({
      ask: named.question(id),
      answer: triageWords[language].answers[answer].toLowerCase(),
      isTurned: id === question,
    })),
    comesTo: words.comesTo(named.end(end)),
  })
  return [caller(words.oneCaller, safer), caller(words.otherCaller, worse)]
}

const circumstancesIn = ({ circumstances }: Counterexample, language: Language) =>
  circumstances.map((circumstance) => triageWords[language].circumstances[circumstance].toLowerCase()).join('; ')
