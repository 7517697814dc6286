import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Row, Stack } from '#app/ui/page.tsx'
import { defaultScripts, type Script } from '../script.ts'
import { useWords } from '../words.ts'
import type { Block } from './script-blocks.ts'
import { useRefusal } from './use-refusal.ts'
import { restoreButton, useScriptBlocks } from './use-script-blocks.ts'

type Errors = Record<string, string>
type ScriptFieldsProps = { script: Script; errors: Errors; onChange?: () => void }

const most = 20

/** The sections of a script as fields, in the order in which they will be read. Moving one keeps the focus on it. */
export function ScriptFields({ script, errors, onChange }: ScriptFieldsProps) {
  const words = useWords().script
  const sections = useScriptBlocks(script, onChange)
  const { blocks, removed, announcement } = sections
  return (
    <Stack gap="wide">
      <ol className="flex flex-col gap-6">
        {blocks.map((block, index) => (
          <SectionFields
            key={block.key}
            block={block}
            index={index}
            total={blocks.length}
            errors={errors}
            move={(to) => sections.move(block, to)}
            remove={() => sections.remove(block)}
          />
        ))}
      </ol>
      <Row>
        <Button icon="plus" onClick={sections.add} disabled={blocks.length >= most}>
          {words.add}
        </Button>
        {removed && (
          <span className="flex flex-wrap items-center gap-3">
            <span>{words.removed(removed.block.title || words.untitled)}</span>
            <Button id={restoreButton} variant="plain" onClick={sections.restore}>
              {words.restore}
            </Button>
          </span>
        )}
      </Row>
      <p className="sr-only" aria-live="polite">
        {announcement}
      </p>
    </Stack>
  )
}

type SectionFieldsProps = {
  block: Block
  index: number
  total: number
  errors: Errors
  move: (to: number) => void
  remove: () => void
}

function SectionFields({ errors, ...section }: SectionFieldsProps) {
  const { index, block } = section
  const { key, title, text } = block
  const words = useWords().script
  const refusalText = useRefusal()
  const refusal = (field: string) => refusalText(errors[`${index}.${field}`])
  return (
    <li id={`section-${index}`} tabIndex={-1} className="flex scroll-mt-4 flex-col gap-3 border-l-4 border-line pl-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm text-ink-soft">{words.section(index + 1)}</p>
        <SectionActions {...section} />
      </div>
      <TextField
        name="title[]"
        id={`title-${key}`}
        label={words.sectionTitle}
        defaultValue={title}
        maxLength={120}
        error={refusal('title')}
      />
      <TextArea
        name="text[]"
        id={`text-${key}`}
        label={words.sectionText}
        defaultValue={text}
        maxLength={4000}
        error={refusal('text')}
      />
    </li>
  )
}

type SectionActionsProps = Omit<SectionFieldsProps, 'errors'>

function SectionActions({ block: { key, title }, index, total, move, remove }: SectionActionsProps) {
  const words = useWords().script
  return (
    <div className="-my-1 flex flex-wrap gap-1">
      <Button id={`up-${key}`} variant="plain" onClick={() => move(Math.max(0, index - 1))} aria-disabled={index === 0}>
        {words.up}
        <span className="sr-only">: {title || words.untitled}</span>
      </Button>
      <Button
        id={`down-${key}`}
        variant="plain"
        onClick={() => move(Math.min(total - 1, index + 1))}
        aria-disabled={index === total - 1}
      >
        {words.down}
        <span className="sr-only">: {title || words.untitled}</span>
      </Button>
      <Button variant="plain" onClick={remove} disabled={total === 1}>
        {words.remove}
        <span className="sr-only">: {title || words.untitled}</span>
      </Button>
    </div>
  )
}

/** Puts an example in place of what is there. */
export function ScriptExamples({ choose }: { choose: (script: Script) => void }) {
  const words = useWords().script
  return (
    <Row>
      <span>{words.startFrom}:</span>
      {(Object.keys(defaultScripts) as (keyof typeof defaultScripts)[]).map((name) => (
        <Button key={name} variant="plain" onClick={() => choose(defaultScripts[name])}>
          {words.defaults[name]}
        </Button>
      ))}
    </Row>
  )
}
