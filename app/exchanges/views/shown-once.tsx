import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

export type ShownSecret = { id: string; address: string; secret: string | null }
type ShownOnceProps = ShownSecret & { title: string; isLast?: boolean }

/** An address and a secret that are shown this once; `isLast` when one is on the page of the exchange already. */
export function ShownOnce({ id, address, secret, title, isLast }: ShownOnceProps) {
  const words = useWords()
  return (
    <Banner tone="attention" title={title} isLive>
      <Stack>
        <p>{words.madeText}</p>
        <Shown label={words.address} text={address} />
        {secret && <Shown label={words.secret} text={secret} />}
        <Row>
          <CopyButton label={words.copyAddress} text={address} />
          {secret && <CopyButton label={words.copySecret} text={secret} />}
          {!isLast && <LinkButton to={`/desk/exchanges/${id}`}>{words.toExchange}</LinkButton>}
        </Row>
      </Stack>
    </Banner>
  )
}

const Shown = ({ label, text }: { label: string; text: string }) => (
  <div>
    <p className="font-bold">{label}</p>
    <code className="wrap-anywhere">{text}</code>
  </div>
)
