import { type ChangeEvent, type RefObject, useEffect } from 'react'

/**
 * The checkboxes are plain inputs that post by themselves; this only keeps the one in the head in step with them
 * and tells the page which keys are ticked.
 */
export function useRowSelection(
  table: RefObject<HTMLTableElement | null>,
  name: string | undefined,
  onChange?: (keys: string[]) => void,
) {
  const boxes = () => [...(table.current?.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]') ?? [])]
  const report = () => {
    const own = boxes().filter((box) => box.name === name)
    const ticked = own.filter((box) => box.checked)
    const all = table.current?.querySelector<HTMLInputElement>('[data-select-all]')
    if (all) {
      all.checked = own.length > 0 && ticked.length === own.length
      all.indeterminate = ticked.length > 0 && ticked.length < own.length
    }
    onChange?.(ticked.map((box) => box.value))
  }
  useEffect(() => {
    const element = table.current
    const form = element?.closest('form')
    const afterReset = () => setTimeout(report)
    element?.addEventListener('change', report)
    form?.addEventListener('reset', afterReset)
    return () => {
      element?.removeEventListener('change', report)
      form?.removeEventListener('reset', afterReset)
    }
  })
  const toggleAll = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    for (const box of boxes()) if (box.name === name) box.checked = currentTarget.checked
  }
  return { toggleAll }
}
