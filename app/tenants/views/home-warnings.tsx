import type { ReactNode } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { dateText } from '#app/ui/format.ts'
import type { HomeWarning } from '../home-warning.ts'
import { useWarningWords } from '../warning-words.ts'

/** What to know before ringing or going there, each apart. */
export const HomeWarnings = ({ warnings }: { warnings: HomeWarning[] }) =>
  warnings.map((warning) => <WarningBanner key={warning.id} warning={warning} />)

export function WarningBanner({
  warning: { kind, reason, until },
  action,
}: {
  warning: HomeWarning
  action?: ReactNode
}) {
  const words = useWarningWords()
  return (
    <Banner tone="danger" title={words.shown(words.kinds[kind])} action={action}>
      <p className="whitespace-pre-wrap">{reason}</p>
      <p className="text-sm">{words.until(dateText(until))}</p>
    </Banner>
  )
}
