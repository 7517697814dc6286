import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { blocksOf, first, firstScriptless, isTicked, type Typed } from './typed.ts'
import { type CallWords, useCallWords } from './use-call-words.ts'
import { type QuickMoment, WhenFields } from './when-fields.tsx'

export type PromiseChoices = {
  me: string
  colleagues: { accountId: string; name: string }[]
  agencies: { id: string; name: string; helpsWith: string }[]
  /** Days that are often meant: morgen, volgende week. */
  days: QuickMoment[]
  today: string
}
type Family = 'followUp' | 'referral' | 'gesture'
type Code = keyof CallWords['call']['add']
type Block = { family: Family; kind: Code | ''; number: number }

const offers: { code: Code; family: Family; icon: IconName }[] = [
  { code: 'call-back', family: 'followUp', icon: 'phone' },
  { code: 'visit', family: 'followUp', icon: 'house' },
  { code: 'repair-report', family: 'followUp', icon: 'gear' },
  { code: 'other', family: 'followUp', icon: 'plus' },
  { code: 'referral', family: 'referral', icon: 'people' },
  { code: 'card', family: 'gesture', icon: 'card' },
  { code: 'flowers', family: 'gesture', icon: 'flower' },
]

type Props = { typed: Typed; errors: Record<string, string>; choices: PromiseChoices; onChange: () => void }

/** What the caller promised: each promise is a block of its own, added with one press. */
export function Promises({ typed, errors, choices, onChange }: Props) {
  const words = useCallWords().call
  const [blocks, setBlocks] = useState<Block[]>(() => blocksIn(typed))
  const [isFresh, setIsFresh] = useState(false)
  const change = (next: Block[], isAdded: boolean) => {
    setBlocks(next)
    setIsFresh(isAdded)
  }
  // After React has put the block there or taken it away, the draft is another one.
  const before = useRef(blocks)
  useEffect(() => {
    if (before.current !== blocks) onChange()
    before.current = blocks
  }, [blocks, onChange])
  const add = (family: Family, kind: Code) => {
    const number = Math.max(-1, ...blocks.map((block) => block.number)) + 1
    change([...blocks, { family, kind, number }], true)
  }
  const shared = { typed, errors, choices }
  return (
    <fieldset className="hidden min-w-0 flex-col gap-3 group-has-[#outcome-spoken:checked]/call:flex">
      <legend className="mb-2 text-lg font-bold">{words.promised}</legend>
      {blocks.map((block, index) => (
        <Frame
          key={`${block.family}${block.number}`}
          title={block.kind && words.add[block.kind]}
          isFresh={isFresh && index === blocks.length - 1}
          onRemove={() =>
            change(
              blocks.filter((each) => each !== block),
              false,
            )
          }
        >
          <BlockFields block={block} {...shared} />
        </Frame>
      ))}
      <div className="flex flex-wrap gap-2">
        {offers.map(({ code, family, icon }) => (
          <Button key={code} icon={icon} onClick={() => add(family, code)}>
            {words.add[code]}
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

function blocksIn(typed: Typed): Block[] {
  const families: Family[] = ['followUp', 'referral', 'gesture']
  return families
    .flatMap((family) =>
      blocksOf(typed, family).map((number) => {
        const kind = family === 'referral' ? 'referral' : first(typed, `${family}-${number}-kind`)
        return { family, kind: offers.find(({ code }) => code === kind)?.code ?? '', number } as const
      }),
    )
    .sort((a, b) => a.number - b.number)
}

type FrameProps = { title: string; isFresh: boolean; onRemove: () => void; children: ReactNode }

/** One that was just added takes the focus, so that the keyboard goes on where the eye is. */
function Frame({ title, isFresh, onRemove, children }: FrameProps) {
  const words = useCallWords().call
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

type BlockProps = { block: Block; typed: Typed; errors: Record<string, string>; choices: PromiseChoices }

function BlockFields(props: BlockProps) {
  const { family } = props.block
  if (family === 'followUp') return <FollowUpFields {...props} />
  return family === 'referral' ? <ReferralFields {...props} /> : <GestureFields {...props} />
}

function FollowUpFields({ block, typed, errors, choices }: BlockProps) {
  const words = useCallWords().call
  const name = (field: string) => `followUp-${block.number}-${field}`
  const value = (field: string) => first(typed, name(field))
  const kinds = offers.filter(({ family }) => family === 'followUp')
  const others = choices.colleagues.filter(({ accountId }) => accountId !== choices.me)
  const self = choices.colleagues.find(({ accountId }) => accountId === choices.me)
  const people = [...(self ? [{ value: self.accountId, label: words.me(self.name) }] : []), ...others.map(asOption)]
  return (
    <>
      {block.kind === '' ? (
        <SelectField
          name={name('kind')}
          label={words.kind}
          placeholder=""
          options={kinds.map(({ code }) => ({ value: code, label: words.add[code] }))}
        />
      ) : (
        <input type="hidden" name={name('kind')} value={block.kind} />
      )}
      <TextArea
        name={name('promise')}
        label={words.promise}
        rows={2}
        defaultValue={value('promise')}
        error={errors[name('promise')]}
      />
      <WhenFields
        onName={name('dueOn')}
        atName={block.kind === 'repair-report' ? undefined : name('dueTime')}
        onLabel={words.due}
        atLabel={words.dueTime}
        quick={choices.days}
        earliest={choices.today}
        on={value('dueOn')}
        at={value('dueTime')}
        errors={{ on: errors[name('dueOn')], at: errors[name('dueTime')] }}
      />
      <SelectField
        name={name('ownerId')}
        label={words.owner}
        options={people}
        defaultValue={value('ownerId') || choices.me}
        error={errors[name('ownerId')]}
      />
    </>
  )
}

const asOption = ({ accountId, name }: { accountId: string; name: string }) => ({ value: accountId, label: name })

function ReferralFields({ block, typed, errors, choices }: BlockProps) {
  const words = useCallWords().call
  const name = (field: string) => `referral-${block.number}-${field}`
  if (choices.agencies.length === 0) return <Banner>{words.noAgencies}</Banner>
  const options = choices.agencies.map(({ id, name: agency, helpsWith }) => ({
    value: id,
    label: helpsWith ? `${agency}: ${helpsWith}` : agency,
  }))
  return (
    <>
      <input type="hidden" name={name('ownerId')} value={choices.me} />
      <SelectField
        name={name('agencyId')}
        label={words.agency}
        placeholder=""
        options={options}
        defaultValue={first(typed, name('agencyId'))}
        error={errors[name('agencyId')]}
      />
      <TextArea
        name={name('question')}
        label={words.question}
        rows={2}
        defaultValue={first(typed, name('question'))}
        error={errors[name('question')]}
      />
      <CheckboxField
        name={name('consent')}
        label={words.consent}
        defaultChecked={isTicked(typed, name('consent'))}
        error={errors[name('consent')]}
      />
    </>
  )
}

function GestureFields({ block, typed, errors }: BlockProps) {
  const words = useCallWords().call
  const name = (field: string) => `gesture-${block.number}-${field}`
  return (
    <>
      <input type="hidden" name={name('kind')} value={block.kind} />
      <TextArea
        name={name('text')}
        label={words.cardText}
        rows={3}
        maxLength={1000}
        defaultValue={first(typed, name('text'))}
        error={errors[name('text')]}
      />
    </>
  )
}
