import { Link, useNavigation, useSearchParams } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { BuilderFields } from '#app/segments/builder-fields.ts'
import { type Criteria, rulesOf } from '#app/segments/criteria.ts'
import { finished } from '#app/segments/edit-criteria.ts'
import { encodeCriteria } from '#app/segments/encode-criteria.ts'
import { presetNames, presets } from '#app/segments/presets.ts'
import type { SelectionCounts } from '#app/segments/selection-counts.ts'
import { CriteriaBuilder } from '#app/segments/views/criteria-builder.tsx'
import { SelectionFunnel } from '#app/segments/views/selection-funnel.tsx'
import { UnfinishedNote } from '#app/segments/views/unfinished-rules.tsx'
import { useWords as useSegmentWords } from '#app/segments/words.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Columns, Section, Stack } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'

type WhomEditorProps = {
  criteria: Criteria
  counts: SelectionCounts
  fields: BuilderFields
  segments: { id: string; name: string; criteria: Criteria }[]
  restDays: number
}

/** The sentence that says whom to call, beginnings for it, and how many it comes to. Posts `criteria`, encoded. */
export function WhomEditor({ criteria, counts, fields, segments, restDays }: WhomEditorProps) {
  const all = useWords()
  const words = all.whom
  const { draft, setDraft } = useCriteriaInAddress(criteria)
  const isCounting = useNavigation().state === 'loading'
  return (
    <Columns split="main-left">
      <Stack gap="wide">
        <input type="hidden" name="criteria" value={encodeCriteria(draft)} />
        <Beginnings fields={fields} segments={segments} />
        <CriteriaBuilder value={draft} onChange={setDraft} fields={fields} />
      </Stack>
      <Section title={words.counts} isPanel>
        <UnfinishedNote criteria={draft} />
        <SelectionFunnel criteria={criteria} counts={counts} isCounting={isCounting} />
        {counts.homes === 0 && <Banner tone="attention">{words.nobody}</Banner>}
        <p className="text-sm text-ink-soft">
          {restDays > 0 && words.restDays(restDays)} {words.countedAt}
        </p>
      </Section>
    </Columns>
  )
}

function Beginnings({ fields, segments }: Pick<WhomEditorProps, 'fields' | 'segments'>) {
  const words = useWords().whom
  const names = useSegmentWords().presets
  const offered = presetNames.filter((name) =>
    rulesOf(presets[name]).every(({ field }) => fields.names.includes(field)),
  )
  return (
    <Stack gap="tight">
      <BeginningLinks
        label={words.presets}
        links={offered.map((name) => ({ key: name, label: names[name], criteria: presets[name] }))}
      />
      <BeginningLinks
        label={words.segments}
        links={segments.map(({ id, name, criteria }) => ({ key: id, label: name, criteria }))}
      />
    </Stack>
  )
}

function BeginningLinks({
  label,
  links,
}: {
  label: string
  links: { key: string; label: string; criteria: Criteria }[]
}) {
  if (links.length === 0) return null
  return (
    <nav aria-label={label} className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <span aria-hidden="true" className="text-ink-soft">
        {label}:
      </span>
      {links.map((link) => (
        <Link
          key={link.key}
          to={`?criteria=${encodeCriteria(link.criteria)}`}
          preventScrollReset
          className="target inline-flex items-center font-bold text-accent underline-offset-4 hover:underline"
        >
          {link.label}
        </Link>
      ))}
    </nav>
  )
}

const pauseMs = 250

/** What is complete of the sentence goes to the address a moment later: the loader counts it, and a reload keeps it. */
function useCriteriaInAddress(criteria: Criteria) {
  const [draft, setDraft] = useState<Criteria>(criteria)
  const [, setParams] = useSearchParams()
  const loaded = encodeCriteria(finished(criteria))
  const written = useRef(loaded)
  const text = encodeCriteria(finished(draft))
  useEffect(() => {
    if (text === written.current) return
    const timer = setTimeout(() => {
      written.current = text
      setParams({ criteria: text }, { replace: true, preventScrollReset: true })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text, setParams])
  // A link or the back button changed it.
  const latest = useRef(criteria)
  latest.current = criteria
  useEffect(() => {
    if (loaded === written.current) return
    written.current = loaded
    setDraft(latest.current)
  }, [loaded])
  return { draft, setDraft }
}
