import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useWords } from './words.ts'

type Props = {
  label: string
  /** Called when pressed, for a text that is still being typed. */
  text: string | (() => string)
}

export function CopyButton({ text, label }: Props) {
  const words = useWords()
  const [isCopied, setIsCopied] = useState(false)
  const copy = () =>
    navigator.clipboard?.writeText(typeof text === 'string' ? text : text()).then(
      () => setIsCopied(true),
      () => {},
    )
  return (
    <Button onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? words.copied : label}</span>
    </Button>
  )
}
