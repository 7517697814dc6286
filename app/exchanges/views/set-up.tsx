import { Banner } from '#app/ui/banner.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Row, Section } from '#app/ui/page.tsx'
import { bringsOwnKey, type ExchangeKind, takesPathSecret } from '../exchange.ts'
import { useWords } from '../words.ts'

type SetUpProps = { exchange: { kind: ExchangeKind; lastHeardAt: Date | string | null }; address: string }

/** What to fill in at the exchange, and where. */
export function SetUp({ exchange: { kind, lastHeardAt }, address }: SetUpProps) {
  const words = useWords()
  return (
    <Section title={words.howTo}>
      <ol className="list-decimal pl-6">
        {words.steps[kind].map((step) => (
          <li key={step} className="py-0.5">
            {step}
          </li>
        ))}
      </ol>
      <Address label={words.address} address={address} hint={bringsOwnKey(kind) ? undefined : hintOf(kind, words)} />
      {lastHeardAt === null && (
        <Banner tone="attention" title={words.notTried}>
          {words.notTriedText}
        </Banner>
      )}
    </Section>
  )
}

const hintOf = (kind: ExchangeKind, { hiddenSecret, lostSecret }: ReturnType<typeof useWords>) =>
  takesPathSecret(kind) ? hiddenSecret : lostSecret

export function ScreenPopAddress({ address }: { address: string }) {
  const words = useWords()
  return (
    <Section title={words.screenPop} lead={words.screenPopText}>
      <Address label={words.address} address={address} />
    </Section>
  )
}

function Address({ label, address, hint }: { label: string; address: string; hint?: string }) {
  const words = useWords()
  return (
    <div className="flex flex-col gap-2">
      <p className="font-bold">{label}</p>
      <code className="rounded-md border border-line bg-surface-sunk px-3 py-2 wrap-anywhere">{address}</code>
      {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      <Row>
        <CopyButton label={words.copyAddress} text={address} />
      </Row>
    </div>
  )
}
