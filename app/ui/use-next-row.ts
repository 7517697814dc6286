import { type FormEvent, useEffect, useRef } from 'react'

/**
 * Where the keyboard goes on when a row goes as its button was pressed: the button of the row in its place, else the
 * title of the page. `rows` is how many there are.
 */
export function useNextRow<List extends HTMLElement>(rows: number) {
  const list = useRef<List>(null)
  const pressed = useRef<number | null>(null)
  const onSubmit = ({ target }: FormEvent) => {
    pressed.current = formsIn(list.current).indexOf(target as HTMLFormElement)
  }
  const goOn = useRef(() => {
    if (pressed.current === null || document.activeElement !== document.body) return
    const left = formsIn(list.current)
    const next = left[Math.min(pressed.current, left.length - 1)]?.querySelector<HTMLElement>('button')
    pressed.current = null
    if (next) return next.focus()
    const title = document.querySelector<HTMLElement>('h1')
    title?.setAttribute('tabindex', '-1')
    title?.focus()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again when a row has gone
  useEffect(() => goOn.current(), [rows])
  // With the last row the whole list may go.
  useEffect(() => () => goOn.current(), [])
  return { list, onSubmit }
}

const formsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll('form') ?? [])]
