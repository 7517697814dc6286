import type { Protocol } from '#app/triage/protocol.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Section } from '#app/ui/page.tsx'
import type { PartPlace } from '../patch.ts'
import { useWords } from '../words.ts'
import { Facts } from './facts.tsx'
import { PlaceLink } from './place-link.tsx'

const places = ['words', 'raises', 'start'] as const

type WholesProps = { protocol: Protocol; own: readonly PartPlace[]; mayEdit: boolean }

/** What is said of the protocol as a whole: how callers call it, what makes it worse, what it begins with. */
export function Wholes({ protocol, own, mayEdit }: WholesProps) {
  const { path } = useWords()
  const names = { words: path.words, raises: path.raises, start: path.start }
  return (
    <Section title={path.rest}>
      <ul className="flex flex-col gap-3">
        {places.map((place) => (
          <li key={place}>
            <Facts place={place} value={protocol[place]} protocol={protocol} />
            <span className="flex gap-3">
              {mayEdit && (
                <PlaceLink place={place} className="text-sm">
                  {path.change}
                  <span className="sr-only">: {names[place]}</span>
                </PlaceLink>
              )}
              {own.includes(place) && <Badge tone="active">{path.own}</Badge>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
