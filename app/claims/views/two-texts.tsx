import { type ReactNode, type RefObject, useId } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { type DraftFields, draftFieldsIn } from '../draft-fields.ts'
import { useWords } from '../words.ts'
import type { Autosave, DraftState } from './autosave.ts'

type Props = {
  draft: DraftState
  autosave: Autosave
  form: RefObject<HTMLFormElement | null>
  textsOf: (draftFields: DraftFields) => { text: string }[]
}

/** The same was typed on two screens: both texts, until somebody says which stays. Neither is gone before that. */
export function TwoTexts({ draft, autosave, form, textsOf }: Props) {
  const words = useWords().twoTexts
  if (draft.is !== 'other-text') return null
  const { other } = draft
  const own = form.current ? draftFieldsIn(new FormData(form.current)) : {}
  const takeOther = async () => {
    await autosave.pause()
    location.reload()
  }
  const takeBoth = async () => {
    if (await autosave.keepBoth()) location.reload()
  }
  return (
    <Banner tone="attention" isLive title={words.title}>
      <p>{words.lead}</p>
      <div className="my-3 grid gap-3 sm:grid-cols-2">
        <Text title={words.own} texts={textsOf(own)}>
          <Button onClick={() => autosave.keepOwn()}>{words.keepOwn}</Button>
        </Text>
        <Text
          title={
            <>
              {words.other} · <MomentText at={other.savedAt} now={other.savedAt} />
            </>
          }
          texts={textsOf(other.draftFields)}
        >
          <Button onClick={() => void takeOther()}>{words.keepOther}</Button>
        </Text>
      </div>
      <Button onClick={() => void takeBoth()}>{words.keepBoth}</Button>
    </Banner>
  )
}

function Text({ title, texts, children }: { title: ReactNode; texts: { text: string }[]; children: ReactNode }) {
  const words = useWords().twoTexts
  const id = useId()
  const written = texts.map(({ text }) => text.trim()).filter(Boolean)
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-md border border-line bg-surface p-3 text-ink">
      <h3 id={id} className="font-bold">
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard. */}
      <section tabIndex={0} aria-labelledby={id} className="max-h-40 flex-1 overflow-y-auto whitespace-pre-wrap">
        {written.length > 0 ? written.join('\n') : words.none}
      </section>
      <div>{children}</div>
    </div>
  )
}
