import { type RefObject, useEffect, useRef } from 'react'
import type { ProposedRecord } from '../proposed-record.ts'

/** Fills in what is proposed as long as nobody chose otherwise: an empty choice, or the one that was proposed before. */
export function useProposal(form: RefObject<HTMLFormElement | null>, proposed: ProposedRecord | null) {
  const before = useRef<ProposedRecord | null>(null)
  const [result, agreed] = [proposed?.result, proposed?.agreed]
  useEffect(() => {
    const fields = form.current?.elements
    if (!fields || !result || !agreed) return
    const last = before.current
    before.current = { result, agreed }
    fill(fields.namedItem('result'), result, last?.result)
    fill(fields.namedItem('agreed'), agreed, last?.agreed)
  }, [form, result, agreed])
}

function fill(field: Element | RadioNodeList | null, value: string, before: string | undefined) {
  if (!(field instanceof RadioNodeList || field instanceof HTMLSelectElement)) return
  if (field.value === '' || field.value === before) field.value = value
}
