import { type RefObject, useEffect, useState } from 'react'
import type { ScriptNames } from '../fill-script.ts'
import type { Script } from '../script.ts'
import { useWords } from '../words.ts'
import { readScript } from './script-blocks.ts'
import { ScriptText } from './script-text.tsx'

type Props = { form: RefObject<HTMLFormElement | null>; script: Script; names: ScriptNames }

/** As a caller will read it, with names filled in: what stands in the fields at this moment. */
export function ScriptPreview({ form, script, names }: Props) {
  const words = useWords().script
  const [shown, setShown] = useState(script)
  useEffect(() => {
    const element = form.current
    const look = () => element && setShown(readScript(new FormData(element)))
    look()
    element?.addEventListener('input', look)
    return () => element?.removeEventListener('input', look)
  }, [form])
  return (
    <details className="max-w-3xl rounded-md border border-line px-4 py-1">
      <summary className="target flex items-center font-bold text-accent">{words.preview}</summary>
      <div className="py-3">
        <ScriptText script={shown} names={names} />
      </div>
    </details>
  )
}
