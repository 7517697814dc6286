import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from '#app/ui/language.tsx'
import { useRequestId } from '#app/ui/nonce.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

const justLoadedMs = 5_000

/** What a page shows when it cannot be shown: what happened in plain words, and a way on. */
export function ErrorPage() {
  const words = useWords({ nl, en }).error
  const { title, text, isOurFault } = explain(useRouteError(), words)
  const requestId = useRequestId()
  const { pathname } = useLocation()
  const [isLoadedLater, setIsLoadedLater] = useState(false)
  // After going from page to page the number in the document is that of an earlier request: loading again gives the right one.
  useEffect(() => setIsLoadedLater(performance.now() > justLoadedMs), [])
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-16" role="alert">
      <h1 className="text-2xl">{title}</h1>
      <p>{text}</p>
      {isOurFault && requestId && !isLoadedLater && (
        <p className="text-sm text-ink-soft">{words.reference(requestId)}</p>
      )}
      {isOurFault && (
        <p>
          <Link to={pathname} reloadDocument className="font-bold text-accent underline underline-offset-4">
            {words.again}
          </Link>
        </p>
      )}
      <p>
        <Link to="/" reloadDocument className="font-bold text-accent underline underline-offset-4">
          {words.home}
        </Link>
      </p>
    </div>
  )
}

type Words = (typeof nl)['error']

function explain(error: unknown, words: Words): { title: string; text: string; isOurFault: boolean } {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status === 404) return { title: words.notFoundTitle, text: words.notFound, isOurFault: false }
  if (status === 403) return { title: words.forbiddenTitle, text: words.forbidden, isOurFault: false }
  return { title: words.brokenTitle, text: words.broken, isOurFault: true }
}
