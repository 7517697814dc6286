import { crisisNumbers, gasAndPower } from '#app/contacts/crisis-numbers.ts'
import type { LineKind } from '#app/lines/line.ts'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useWords } from '../words.ts'

const [emergency, suicide, listen] = crisisNumbers

const box = 'flex flex-col gap-3 rounded-lg border-2 border-danger bg-danger-soft p-4 text-danger-text'

/** Before anything else: whom to ring when a form is too slow. */
export function UrgentFirst({ kind }: { kind: LineKind }) {
  const words = useWords()
  if (kind === 'urgent-repairs') return <Danger />
  if (kind === 'chat') return <Crisis />
  return (
    <p>
      {words.danger.small} <PhoneLink {...emergency} />
    </p>
  )
}

const Big = ({ number, text }: { number: string; text: string }) => (
  <a
    href={`tel:${number}`}
    className="flex min-h-14 items-center justify-center rounded-md bg-danger px-4 py-2 text-2xl font-bold text-danger-ink no-underline hover:bg-danger-strong"
  >
    {text}
  </a>
)

function Danger() {
  const { danger } = useWords()
  return (
    <section aria-labelledby="danger" className={box}>
      <h2 id="danger" className="text-2xl">
        {danger.title}
      </h2>
      <Big number={emergency.number} text={danger.call(emergency.text)} />
      <p>
        {danger.gas} <PhoneLink {...gasAndPower} /> ({danger.gasFree})
      </p>
    </section>
  )
}

function Crisis() {
  const { crisis, danger } = useWords()
  return (
    <section aria-labelledby="crisis" className={box}>
      <h2 id="crisis" className="text-xl">
        {crisis.title}
      </h2>
      <p>
        {crisis.suicide} <PhoneLink {...suicide} /> ({crisis.suicideFree})
      </p>
      <p>
        {danger.small} <PhoneLink {...emergency} />
      </p>
      <p>
        {crisis.listen} <PhoneLink {...listen} />
      </p>
    </section>
  )
}
