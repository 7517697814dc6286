import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { HoldsForGuests } from '#app/lines/views/shown-holds.tsx'
import { LanguageProvider } from '#app/ui/language.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { useWords } from '../words.ts'
import type { ShownPage } from './shown-page.ts'
import { UrgentFirst } from './urgent-first.tsx'

type Props = { page: ShownPage; isSent?: boolean; children: ReactNode }

/** A page for tenants: large, one column, the corporation's and nobody else's; danger goes before everything. */
export function GuestPage({ page, isSent = false, children }: Props) {
  const words = useWords()
  const other = page.pageLanguage === 'en' ? 'nl' : 'en'
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-6 px-4 py-6 text-lg [--text-sm--line-height:1.5rem] [--text-sm:1rem]">
      <UrgentFirst kind={page.kind} helpNumbers={page.helpNumbers} />
      <header className="flex flex-col gap-1">
        <p className="text-ink-soft wrap-anywhere">
          {page.corporation} · {page.name}
        </p>
        <h1 className="text-2xl">{isSent ? words.sent.title : words.title}</h1>
        {!isSent && <p>{words.lead}</p>}
      </header>
      {children}
      <RingYourself page={page} />
      <p>
        <Link
          to={`?lang=${other}`}
          reloadDocument
          lang={other}
          className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 pointer-coarse:min-h-11"
        >
          {other === 'en' ? words.inEnglish : words.inDutch}
        </Link>
      </p>
    </main>
  )
}

/** The number of the line, when it is known, and whether somebody picks it up now. */
function RingYourself({ page }: { page: ShownPage }) {
  const words = useWords()
  return (
    <LanguageProvider language={page.pageLanguage} timeZone={page.zone}>
      <div className="flex flex-col gap-1 border-t border-line pt-4">
        {page.numbers.length > 0 && (
          <p>
            {words.ring}{' '}
            {page.numbers.map(({ e164, text }) => (
              <PhoneLink key={e164} number={e164} text={text} />
            ))}
          </p>
        )}
        <HoldsForGuests {...page} />
      </div>
    </LanguageProvider>
  )
}
