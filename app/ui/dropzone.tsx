import { type ChangeEvent, type ReactNode, useState } from 'react'
import { FieldError, Hint } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { useWords } from './words.ts'

type DropzoneProps = {
  name: string
  label: string
  hint?: ReactNode
  error?: string
  /** As for an <input type="file">: `.csv,.xlsx`. */
  accept?: string
  /** While it is being sent: bytes, and what to say of it. */
  progress?: { value?: number; max?: number; text?: ReactNode }
  onFile?: (file: File) => void
}

const zone =
  'relative flex min-h-36 flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed px-4 py-6 text-center has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus'

/** An ordinary file input spread over a large area: the browser itself lets a file be dropped on it. */
export function Dropzone({ name, label, hint, error, accept, progress, onFile }: DropzoneProps) {
  const words = useWords()
  const [fileName, setFileName] = useState<string>()
  const [isOver, setIsOver] = useState(false)
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ')
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0]
    setIsOver(false)
    setFileName(file?.name)
    if (file) onFile?.(file)
  }
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={name} className="font-bold">
        {label}
      </label>
      {hint && <Hint id={`${name}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
      <div className={`${zone} ${isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-surface'}`}>
        <Icon name="upload" className="size-8 text-accent" />
        <p className="wrap-anywhere">{fileName ?? words.dropFile}</p>
        <input
          id={name}
          type="file"
          name={name}
          accept={accept}
          disabled={progress !== undefined}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          onChange={choose}
          {...watchDrag(setIsOver)}
          className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-progress"
        />
      </div>
      {progress && <Progress label={fileName ?? label} {...progress} />}
    </div>
  )
}

const watchDrag = (setIsOver: (isOver: boolean) => void) => ({
  onDragEnter: () => setIsOver(true),
  onDragLeave: () => setIsOver(false),
  onDrop: () => setIsOver(false),
})
