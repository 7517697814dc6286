import { MomentText } from '#app/ui/date-text.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'

type Step = ContactLoaded['contact']['story'][number]
type Props = { story: Step[]; now: string; isOpen?: boolean }

/** What happened with it, with who and when. */
export function ContactStory({ story, now, isOpen }: Props) {
  const words = useWords()
  const { steps } = useContactWords()
  return (
    <Disclosure label={words.story.title} isOpen={isOpen}>
      <ol className="flex flex-col gap-3">
        {story.map((step) => (
          <li key={step.id} className="border-l-2 border-line pl-3">
            <p>
              <strong>{steps[step.kind]}</strong> <About step={step} />
            </p>
            <p className="text-sm text-ink-soft">
              <MomentText at={step.at} now={now} /> · {step.who ?? words.byItself}
            </p>
            {step.note && <p className="whitespace-pre-wrap">{step.note}</p>}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

/** What is told besides what happened: to whom, how, why. */
function About({ step: { kind, details, to, note } }: { step: Step }) {
  const { story } = useWords()
  const names = useContactWords()
  if (kind === 'offered' || kind === 'offer-withdrawn') return to && story.to(to)
  if (kind === 'handed-over' && 'owner' in details) return to ? story.to(to) : story.toAnybody
  if (kind === 'handed-over' || kind === 'taken-over') return to && story.from(to)
  if (kind === 'raised' || kind === 'lowered') {
    const byHand = names.lowering[details.reason as keyof typeof names.lowering]
    const reason = details.by === 'verdict' ? story.byVerdict : byHand
    return [names.urgencies[details.urgency as keyof typeof names.urgencies], reason].filter(Boolean).join(', ')
  }
  if (kind === 'kind-found') return names.kinds[details.kind as keyof typeof names.kinds]
  if (kind === 'number-noted' && note) return story.numberBefore
  if (kind === 'call-back-promised' && details.by === 'outside') return story.outside
  if (kind === 'call-back-tried') return details.reached ? story.reached : story.notReached
  return kind === 'closed' && names.endings[details.outcome as keyof typeof names.endings]
}
