import { useState } from 'react'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { useContactWords } from '../contact-words.ts'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import type { Judging } from '../load-judging.server.ts'
import type { Stage } from '../stage.ts'
import { DangerBar } from './danger-screen.tsx'
import { KindFinder, KindPanel } from './kind-panel.tsx'
import { OutsidePanel } from './outside-panel.tsx'
import { QuestionPanel } from './question-panel.tsx'
import { VerdictPanel } from './verdict-panel.tsx'
import { WherePanel, WhereReminder } from './where-panel.tsx'

type Props = Pick<ContactLoaded, 'contact' | 'caller'> & {
  judging: Judging
  stage: Stage
  path: string
  formId: string
}

/** What is asked and told now, below what was. */
export function JudgingPanel(props: Props) {
  const { contact, judging, stage, path } = props
  const isPast = stage !== 'where' && stage !== 'ring' && stage !== 'outside'
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div className={known}>
        {isPast && contact.kind && <KindBar {...props} />}
        {stage !== 'ring' && stage !== 'outside' && (
          <DangerBar
            contact={contact}
            dangerWords={judging.dangerWords}
            isSaid={Boolean(judging.run?.steps.length)}
            isJudged={stage === 'verdict'}
            path={path}
          />
        )}
        {isPast && <WhereReminder {...props} place={judging.place} />}
      </div>
      <Now {...props} />
    </div>
  )
}

// Beside one another, so that what is asked now keeps the screen; what is opened gets the whole width.
const known =
  'flex flex-wrap items-center gap-x-6 gap-y-1 empty:hidden [&>details[open]]:basis-full has-[>details[open]]:items-start'

function Now(props: Props) {
  const { contact, judging, stage, path, formId } = props
  const { run, place, vocabulary, proposed } = judging
  const words = useJudgingWords().question
  if (stage === 'where') return <WherePanel {...props} place={place} />
  if (stage === 'kind') return <KindPanel contact={contact} path={path} vocabulary={vocabulary} />
  if (stage === 'outside' && run) return <OutsidePanel contact={contact} path={path} formId={formId} run={run} />
  if (stage === 'questions' && run) return <QuestionPanel contact={contact} path={path} run={run} proposed={proposed} />
  if (stage === 'verdict' && run?.verdict) return <Judged {...props} />
  return stage === 'done' && !run ? <p className="text-lg">{words.known}</p> : null
}

/** The verdict, or the question that is answered anew in its place. */
function Judged({ contact, judging, path, formId }: Props) {
  const [picked, setPicked] = useState<string | null>(null)
  const { run, proposed } = judging
  if (!run?.verdict) return null
  if (picked)
    return (
      <QuestionPanel
        key={picked}
        contact={contact}
        path={path}
        run={run}
        proposed={proposed}
        first={picked}
        onEnd={() => setPicked(null)}
      />
    )
  return (
    <VerdictPanel
      contact={contact}
      path={path}
      formId={formId}
      judging={judging}
      run={run}
      verdict={run.verdict}
      onPick={setPicked}
    />
  )
}

/** What it is about, and the way to something else. */
function KindBar({ contact, judging, path }: Props) {
  const words = useJudgingWords().kind
  const { kinds } = useContactWords()
  const triage = useTriageWords()
  if (!contact.kind) return null
  const name = judging.run ? triage.kinds[judging.run.kind] : kinds[contact.kind]
  return (
    <>
      <p className="text-xl font-bold">{name}</p>
      <Disclosure key={contact.kind} label={words.change}>
        <KindFinder contact={contact} path={path} vocabulary={judging.vocabulary} />
      </Disclosure>
    </>
  )
}
