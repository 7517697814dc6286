import { Link } from '@remix-run/react'
import { rulesOf } from '../criteria.ts'
import { encodeCriteria } from '../encode-criteria.ts'
import type { FieldName } from '../fields.ts'
import { presetNames, presets } from '../presets.ts'
import { useWords } from '../words.ts'

/** The usual beginnings, as far as this colleague may use their fields. */
export function PresetLinks({ names }: { names: readonly FieldName[] }) {
  const words = useWords().presets
  const offered = presetNames.filter((name) => rulesOf(presets[name]).every(({ field }) => names.includes(field)))
  return (
    <nav aria-label={words.title} className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="text-ink-soft">{words.title}</span>
      {offered.map((name) => (
        <Link
          key={name}
          to={`/selection?criteria=${encodeCriteria(presets[name])}`}
          preventScrollReset
          className="target inline-flex items-center font-bold text-accent underline-offset-4 hover:underline"
        >
          {words[name]}
        </Link>
      ))}
    </nav>
  )
}
