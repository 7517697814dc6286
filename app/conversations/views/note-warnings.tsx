import { type RefObject, useEffect, useRef, useState } from 'react'
import { type DraftFields, draftFieldsIn, isTicked } from '#app/claims/draft-fields.ts'
import { Banner } from '#app/ui/banner.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { type NoteWarning, noteWarnings } from '../note-guard.ts'
import { useWords } from '../words.ts'

type TextsOf = (draftFields: DraftFields) => { text: string }[]
/** `textsOf` is a function of a module, the same at each render. */
type Props = { draftFields: DraftFields; errors: Record<string, string>; textsOf: TextsOf }

/** What should perhaps not be kept, and what must not. */
export function NoteWarnings({ draftFields, errors, textsOf }: Props) {
  const words = useWords().warnings
  const container = useRef<HTMLDivElement>(null)
  const found = useWarnings(container, draftFields, textsOf)
  const isShown = found.length > 0 || errors.noteConfirmed
  const mayStay = errors.noteConfirmed || found.some(({ kind }) => kind !== 'bsn')
  return (
    <div ref={container} role="status">
      {isShown && (
        <Banner tone="attention" title={words.title}>
          <ul className="list-disc pl-5">
            {found.slice(0, 4).map(({ kind, found: text }) => (
              <li key={`${kind}${text}`}>{words[kind](text)}</li>
            ))}
          </ul>
          {mayStay && (
            <CheckboxField
              name="noteConfirmed"
              id="noteConfirmed"
              label={words.confirm}
              error={errors.noteConfirmed}
              defaultChecked={isTicked(draftFields, 'noteConfirmed')}
            />
          )}
        </Banner>
      )}
    </div>
  )
}

const calmMs = 600

/** Looks at all that is typed freely, when somebody stops to think and not at every letter. */
function useWarnings(container: RefObject<HTMLElement | null>, draftFields: DraftFields, textsOf: TextsOf) {
  const [found, setFound] = useState<NoteWarning[]>(() => warningsIn(textsOf(draftFields)))
  useEffect(() => {
    const form = container.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setFound(warningsIn(textsOf(draftFieldsIn(new FormData(form))))), calmMs)
    }
    form.addEventListener('input', look)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', look)
    }
  }, [container, textsOf])
  return found
}

/** Each thing once, however often it was written. */
function warningsIn(texts: { text: string }[]): NoteWarning[] {
  const all = texts.flatMap(({ text }) => noteWarnings(text))
  return all.filter(({ found }, index) => all.findIndex((each) => each.found === found) === index)
}
