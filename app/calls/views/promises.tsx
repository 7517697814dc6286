import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type DraftFields, first } from '#app/claims/draft-fields.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.tsx'
import { type BlockFamily, blockFamilies, blockNumbers, firstScriptless } from '../form-blocks.ts'
import { useWords } from '../words.ts'
import { type Block, BlockFields, type Code, offers, type PromiseChoices } from './promise-fields.tsx'

type Props = { draftFields: DraftFields; errors: Record<string, string>; choices: PromiseChoices; onChange: () => void }

/** What the caller promised: each promise is a block of its own, added with one press. */
export function Promises({ draftFields, errors, choices, onChange }: Props) {
  const words = useWords().call
  const { blocks, isLastFresh, add, remove } = useBlocks(draftFields, onChange)
  usePromiseKeys(add)
  const shared = { draftFields, errors, choices }
  return (
    <fieldset className="hidden min-w-0 flex-col gap-3 group-has-[[data-opens-notes]:checked]/call:flex">
      <legend className="mb-2 text-lg font-bold">{words.promised}</legend>
      {blocks.map((block, index) => (
        <Frame
          key={`${block.family}${block.number}`}
          title={block.kind && words.add[block.kind]}
          isFresh={isLastFresh && index === blocks.length - 1}
          onRemove={() => remove(block)}
        >
          <BlockFields block={block} {...shared} />
        </Frame>
      ))}
      <p className="text-sm text-ink-soft pointer-coarse:hidden">{words.promiseKeys}</p>
      <div className="flex flex-wrap gap-2">
        {offers.map(({ code, family, icon, key }) => (
          <Button key={code} icon={icon} onClick={() => add(family, code)}>
            {words.add[code]}
            <span aria-hidden="true">
              <Kbd keys={key.replace('alt+', '')} />
            </span>
          </Button>
        ))}
      </div>
      <noscript>
        <BlockFields block={{ family: 'followUp', kind: '', number: firstScriptless }} {...shared} />
        <BlockFields block={{ family: 'referral', kind: 'referral', number: firstScriptless + 1 }} {...shared} />
        <BlockFields block={{ family: 'gesture', kind: 'card', number: firstScriptless + 2 }} {...shared} />
      </noscript>
    </fieldset>
  )
}

/** Alt with a letter, since the note has the focus: bare letters are typed. */
function usePromiseKeys(add: (family: BlockFamily, kind: Code) => void) {
  const words = useWords().call
  const bindings = offers.map(({ code, family, key }) => [
    key,
    { label: `${words.promised} ${words.add[code]}`, run: () => isTalking() && add(family, code) },
  ])
  useKeys(Object.fromEntries(bindings))
}

const isTalking = () => document.querySelector('[data-opens-notes]:checked') !== null

/** The blocks there are, and the draft that changes with them. */
function useBlocks(draftFields: DraftFields, onChange: () => void) {
  const [blocks, setBlocks] = useState<Block[]>(() => blocksIn(draftFields))
  const [isLastFresh, setIsLastFresh] = useState(false)
  // After React has put the block there or taken it away, the draft is another one.
  const before = useRef(blocks)
  useEffect(() => {
    if (before.current !== blocks) onChange()
    before.current = blocks
  }, [blocks, onChange])
  const add = (family: BlockFamily, kind: Code) => {
    const number = Math.max(-1, ...blocks.map((block) => block.number)) + 1
    setBlocks([...blocks, { family, kind, number }])
    setIsLastFresh(true)
  }
  const remove = (block: Block) => {
    setBlocks(blocks.filter((each) => each !== block))
    setIsLastFresh(false)
  }
  return { blocks, isLastFresh, add, remove }
}

function blocksIn(draftFields: DraftFields): Block[] {
  return blockFamilies
    .flatMap((family) =>
      blockNumbers(Object.keys(draftFields), family).map((number) => {
        const kind = family === 'referral' ? 'referral' : first(draftFields, `${family}-${number}-kind`)
        return { family, kind: offers.find(({ code }) => code === kind)?.code ?? '', number } as const
      }),
    )
    .sort((a, b) => a.number - b.number)
}

type FrameProps = { title: string; isFresh: boolean; onRemove: () => void; children: ReactNode }

/** One that was just added takes the focus, so that the keyboard goes on where the eye is. */
function Frame({ title, isFresh, onRemove, children }: FrameProps) {
  const words = useWords().call
  const frame = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (isFresh) frame.current?.querySelector<HTMLElement>('textarea, select')?.focus()
  }, [isFresh])
  return (
    <fieldset ref={frame} className="relative flex min-w-0 flex-col gap-3 rounded-md border border-line bg-surface p-3">
      <legend className="float-left mb-1 w-full pr-10 font-bold">{title}</legend>
      <button
        type="button"
        onClick={onRemove}
        className="target absolute top-1 right-1 inline-flex w-10 items-center justify-center rounded-md hover:bg-surface-sunk"
      >
        <Icon name="cross" />
        <span className="sr-only">
          {title}: {words.remove}
        </span>
      </button>
      {children}
    </fieldset>
  )
}
