import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { matchKinds } from '#app/triage/match-kinds.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { ContactKind } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import type { Judging } from '../load-judging.server.ts'
import { kindsOf } from '../record-choices.ts'
import { StageHeading } from './stage-heading.tsx'
import { StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string } & Pick<Judging, 'vocabulary'>

/** What it is about, found by the words of the caller. */
export function KindPanel(props: Props) {
  const { kind } = useJudgingWords()
  return (
    <section
      aria-label={kind.title}
      className="flex min-w-0 flex-col gap-4 rounded-lg border-2 border-accent bg-surface p-4 sm:p-6"
    >
      <StageHeading>{kind.title}</StageHeading>
      <KindFinder {...props} hasFocus />
    </section>
  )
}

const mostFound = 5

/** Typed, Enter takes the first; or pressed in the list, for who does not type and where no script runs. */
export function KindFinder({ contact, path, vocabulary, hasFocus }: Props & { hasFocus?: boolean }) {
  const words = useJudgingWords().kind
  const { find, all } = useFinder(contact, vocabulary)
  const [{ query, marked }, setTyped] = useState({ query: '', marked: 0 })
  const list = useRef<HTMLDivElement>(null)
  const found = useMemo(() => find(query), [find, query])
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setTyped({ query, marked: Math.max(0, Math.min(found.length - 1, marked + step)) })
    if (event.key === 'Enter') list.current?.querySelectorAll('button')[found.length > 0 ? marked : -1]?.click()
    if (step || event.key === 'Enter') event.preventDefault()
  }
  return (
    <StepForm path={path} step="kind" fence={contact.fence}>
      {({ errors, isBusy }) => (
        <>
          <TextField
            id="kind-words"
            name="q"
            type="search"
            label={words.search}
            hint={words.hint}
            autoComplete="off"
            autoFocus={hasFocus}
            maxLength={100}
            error={errors.kind}
            value={query}
            onChange={(event) => setTyped({ query: event.target.value, marked: 0 })}
            onKeyDown={onKeyDown}
          />
          <p role="status" className={query !== '' && found.length === 0 ? 'text-ink-soft' : 'sr-only'}>
            {query === '' ? '' : found.map(({ label }) => label).join(', ') || words.none}
          </p>
          <div ref={list} className={`grid gap-2 ${found.length > 0 ? '' : 'sm:grid-cols-2 xl:grid-cols-3'}`}>
            <Kinds kinds={found.length > 0 ? found : all} marked={found.length > 0 ? marked : null} isBusy={isBusy} />
          </div>
        </>
      )}
    </StepForm>
  )
}

function Kinds({ kinds, marked, isBusy }: { kinds: Named[]; marked: number | null; isBusy: boolean }) {
  return kinds.map(({ kind, label }, index) => (
    <Button
      key={kind}
      type="submit"
      name="kind"
      value={kind}
      isWide
      variant={index === marked ? 'primary' : 'quiet'}
      aria-disabled={isBusy || undefined}
    >
      {label}
    </Button>
  ))
}

type Named = { kind: ContactKind; label: string }

function useFinder({ lineKind }: Props['contact'], vocabulary: Judging['vocabulary']) {
  const { kinds } = useContactWords()
  return useMemo(() => {
    const all = kindsOf[lineKind].map((kind): Named => ({ kind, label: kinds[kind] }))
    const words = new Map<ContactKind, readonly string[]>(vocabulary.map((one) => [one.kind, one.words]))
    const known = all.map(({ kind, label }) => ({ kind, words: [label, ...(words.get(kind) ?? [])] }))
    const byKind = new Map(all.map((one) => [one.kind, one]))
    const find = (query: string): Named[] =>
      matchKinds(query, known)
        .slice(0, mostFound)
        .flatMap((kind) => byKind.get(kind) ?? [])
    return { all, find }
  }, [kinds, lineKind, vocabulary])
}
