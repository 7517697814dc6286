import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { LinkButton } from '#app/ui/button.tsx'
import { Page, PageHeader, Row, Stack } from '#app/ui/page.tsx'
import { useRequestId } from '#app/ui/response-context.tsx'
import type { nl } from '../words.nl.ts'
import { useWords } from '../words.ts'
import { SignedOutPage } from './signed-out-page.tsx'

const justLoadedMs = 5_000
const awayMs = 3_000

/** What a page shows when it cannot be shown: what happened in plain words, and a way on. */
export function ErrorPage({ isFramed }: { isFramed?: boolean }) {
  const words = useWords().error
  const { title, text, isOurFault, isAway } = explain(useRouteError(), words)
  useEffect(() => (isAway ? loadWhenBack() : undefined), [isAway])
  const requestId = useRequestId()
  const { pathname } = useLocation()
  const [isLoadedLater, setIsLoadedLater] = useState(false)
  // After going from page to page the number in the document is that of an earlier request: loading again gives the right one.
  useEffect(() => setIsLoadedLater(performance.now() > justLoadedMs), [])
  const home = (
    <LinkButton to="/" reloadDocument variant={isOurFault ? 'quiet' : 'primary'}>
      {words.home}
    </LinkButton>
  )
  const content = (
    <div className="flex flex-col gap-4">
      <p role="alert">{text}</p>
      {isOurFault && requestId && !isLoadedLater && (
        <p className="text-sm text-ink-soft">{words.reference(requestId)}</p>
      )}
      <Row>
        {(isOurFault || isAway) && (
          <LinkButton to={pathname} reloadDocument variant={isAway ? 'quiet' : 'primary'}>
            {words.again}
          </LinkButton>
        )}
        {!isAway && home}
      </Row>
    </div>
  )
  if (!isFramed) return <SignedOutPage title={title}>{content}</SignedOutPage>
  return (
    <Page width="narrow">
      <Stack>
        <PageHeader title={title} />
        {content}
      </Stack>
    </Page>
  )
}

/** Asks for this page until it can be shown again; gives the way to stop asking. */
function loadWhenBack() {
  const ask = async () => {
    const answer = await fetch(window.location.href, { method: 'HEAD' }).catch(() => null)
    if (answer && answer.status !== 503) window.location.reload()
  }
  const timer = setInterval(() => void ask(), awayMs)
  return () => clearInterval(timer)
}

type Words = (typeof nl)['error']

type Explained = { title: string; text: string; isOurFault: boolean; isAway?: boolean }

function explain(error: unknown, words: Words): Explained {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status === 404 || status === 410) return { title: words.notFoundTitle, text: words.notFound, isOurFault: false }
  if (status === 403) return { title: words.forbiddenTitle, text: words.forbidden, isOurFault: false }
  if (status === 503) return { title: words.awayTitle, text: words.away, isOurFault: false, isAway: true }
  return { title: words.brokenTitle, text: words.broken, isOurFault: true }
}
