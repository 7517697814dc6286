import type { ShownPhone } from '#app/reference-values/shown-phones.ts'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useWords } from '../words.ts'
import type { ShownPage } from './shown-page.ts'

const box = 'flex flex-col gap-3 rounded-lg border-2 border-danger bg-danger-soft p-4 text-danger-text'

type Props = Pick<ShownPage, 'kind' | 'helpNumbers'>
type Numbers = { numbers: readonly ShownPhone[] }

/** Before anything else: whom to ring when a form is too slow. */
export function UrgentFirst({ kind, helpNumbers: numbers }: Props) {
  if (kind === 'urgent-repairs') return <Danger numbers={numbers} />
  if (kind === 'chat') return <Crisis numbers={numbers} />
  return <Small numbers={numbers} />
}

const ofKey = (numbers: readonly ShownPhone[], key: ShownPhone['key']) => numbers.find((one) => one.key === key)

const isFree = ({ number }: ShownPhone) => /^(?:0|\+31)800/.test(number)

function Small({ numbers }: Numbers) {
  const { danger } = useWords()
  const emergency = ofKey(numbers, 'emergency')
  return emergency ? (
    <p>
      {danger.small} <PhoneLink number={emergency.number} text={emergency.text} />
    </p>
  ) : null
}

const Big = ({ number, text }: { number: string; text: string }) => (
  <a
    href={`tel:${number}`}
    className="flex min-h-14 items-center justify-center rounded-md bg-danger px-4 py-2 text-2xl font-bold text-danger-ink no-underline hover:bg-danger-strong"
  >
    {text}
  </a>
)

function Danger({ numbers }: Numbers) {
  const { danger } = useWords()
  const [emergency, gas] = [ofKey(numbers, 'emergency'), ofKey(numbers, 'gas-and-power')]
  return (
    <section aria-labelledby="danger" className={box}>
      <h2 id="danger" className="text-2xl">
        {danger.title}
      </h2>
      {emergency && <Big number={emergency.number} text={danger.call(emergency.text)} />}
      {gas && (
        <p>
          {danger.gas} <PhoneLink number={gas.number} text={gas.text} />
          {isFree(gas) && ` (${danger.gasFree})`}
        </p>
      )}
    </section>
  )
}

function Crisis({ numbers }: Numbers) {
  const { crisis } = useWords()
  const [suicide, listen] = [ofKey(numbers, 'suicide-prevention'), ofKey(numbers, 'listening-line')]
  return (
    <section aria-labelledby="crisis" className={box}>
      <h2 id="crisis" className="text-xl">
        {crisis.title}
      </h2>
      {suicide && (
        <p>
          {crisis.suicide} <PhoneLink number={suicide.number} text={suicide.text} />
          {isFree(suicide) && ` (${crisis.suicideFree})`}
        </p>
      )}
      <Small numbers={numbers} />
      {listen && (
        <p>
          {crisis.listen} <PhoneLink number={listen.number} text={listen.text} />
        </p>
      )}
    </section>
  )
}
