import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react'
import { useWords } from '#app/ui/language.tsx'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** What a page shows when it cannot be shown: what happened in plain words, and a way on. */
export function ErrorPage() {
  const words = useWords({ nl, en }).error
  const { title, text, reference } = explain(useRouteError(), words)
  return (
    <div className="mx-auto flex max-w-xl flex-col gap-4 px-4 py-16" role="alert">
      <h1 className="text-2xl">{title}</h1>
      <p>{text}</p>
      {reference && <p className="text-sm text-ink-soft">{words.reference(reference)}</p>}
      <p>
        <Link to="/" reloadDocument className="font-bold text-accent underline underline-offset-4">
          {words.home}
        </Link>
      </p>
    </div>
  )
}

type Words = (typeof nl)['error']

function explain(error: unknown, words: Words): { title: string; text: string; reference?: string } {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (status === 404) return { title: words.notFoundTitle, text: words.notFound }
  if (status === 403) return { title: words.forbiddenTitle, text: words.forbidden }
  return { title: words.brokenTitle, text: words.broken, reference: referenceOf(error) }
}

function referenceOf(error: unknown): string | undefined {
  const shown = error as { digest?: string } | undefined
  return shown?.digest
}
