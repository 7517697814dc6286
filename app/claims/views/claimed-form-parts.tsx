import { type FormEvent, useCallback, useRef } from 'react'

/** The form, also after the page has gone elsewhere: its last words are saved then. */
export function useFormAfterwards() {
  const form = useRef<HTMLFormElement | null>(null)
  const holdForm = useCallback((element: HTMLFormElement | null) => {
    if (element) form.current = element
  }, [])
  return { form, holdForm }
}

/** A button with an address of its own, as for giving back, leaves the page. */
export const unlessElsewhere = (send: () => void) => (event: FormEvent) => {
  const { submitter } = event.nativeEvent as SubmitEvent
  if (submitter?.hasAttribute('formaction')) return
  event.preventDefault()
  send()
}

type Props = { writeKey: string; fence: number; savedAt: string | null }

/** What goes along unseen, before anything that can be pressed. */
export const ClaimedFormParts = ({ writeKey, fence, savedAt }: Props) => (
  <>
    <input type="hidden" name="key" defaultValue={writeKey} />
    <input type="hidden" name="fence" value={fence} />
    <input type="hidden" name="basedOn" defaultValue={savedAt ?? ''} />
    <NoEnter />
  </>
)

/** Enter in a field would press the first button of the form: this one does nothing. */
const NoEnter = () => <button type="submit" disabled hidden aria-hidden="true" tabIndex={-1} />
