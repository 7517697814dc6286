import { Link } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import type { Today } from '../read-today.server.ts'
import { useWords } from '../words.ts'

type Props = { administration: NonNullable<Today['administration']>; now: string }

/** Whether the installation works, and what waits for whoever looks after it. */
export function Administration({ administration, now }: Props) {
  const words = useWords().administration
  const { health, chain, lastImport, invitations } = administration
  const chainText = useChainText(chain)
  return (
    <Section title={words.title} isPanel>
      <Wellness health={health} chain={chain} />
      <DefinitionList
        items={[
          {
            term: words.lastImport,
            value: lastImport ? <LastImport lastImport={lastImport} now={now} /> : words.noImport,
          },
          {
            term: words.chain,
            value: (
              <Link to="/audit" className="text-accent underline underline-offset-4">
                {chainText}
              </Link>
            ),
          },
          { term: words.invitations, value: <Invitations invitations={invitations} now={now} /> },
        ]}
      />
    </Section>
  )
}

function useChainText(chain: Props['administration']['chain']) {
  const words = useWords().administration
  const language = useLanguage()
  return chain.ok
    ? words.chainOk(numberText(chain.links, language))
    : words.chainBroken(numberText(chain.brokenAt, language))
}

/** That all is well, or what is broken. */
function Wellness({ health, chain }: Pick<Props['administration'], 'health' | 'chain'>) {
  const words = useWords().administration
  const chainText = useChainText(chain)
  const parts = (['database', 'migrations', 'queue'] as const).filter((part) => !health[part])
  if (parts.length === 0 && chain.ok) return <p>{words.allWell}</p>
  return (
    <Banner tone="attention">
      {parts.map((part) => (
        <p key={part}>
          {words[part]} {words.broken}
        </p>
      ))}
      {!chain.ok && <p>{`${words.chain}: ${chainText}`}</p>}
    </Banner>
  )
}

function LastImport({
  lastImport,
  now,
}: {
  lastImport: NonNullable<Props['administration']['lastImport']>
  now: string
}) {
  const words = useWords().administration
  const language = useLanguage()
  const { id, fileName, state, at, rows } = lastImport
  return (
    <>
      <Link to={`/imports/${id}`} className="text-accent underline underline-offset-4">
        {fileName}
      </Link>
      , {words.importStates[state]} <MomentText at={at} now={now} />
      {rows !== null && `, ${words.rows(numberText(rows, language))}`}
    </>
  )
}

function Invitations({ invitations, now }: { invitations: Props['administration']['invitations']; now: string }) {
  const words = useWords().administration
  if (invitations.length === 0) return <>{words.invitationsNone}</>
  return (
    <ul>
      {invitations.map(({ name, expiresAt }) => (
        <li key={name + expiresAt}>
          <Link to="/accounts" className="text-accent underline underline-offset-4">
            {name}
          </Link>
          ,{' '}
          {expiresAt < now ? (
            words.expired
          ) : (
            <>
              {words.until('')}
              <MomentText at={expiresAt} now={now} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
