import { type DraftFields, first, isTicked } from '#app/claims/draft-fields.ts'
import { Banner } from '#app/ui/banner.tsx'
import { CheckboxField } from '#app/ui/choice.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import type { IconName } from '#app/ui/icon.tsx'
import type { BlockFamily } from '../form-blocks.ts'
import type { QuickMoment } from '../quick-moments.ts'
import { type CallWords, useWords } from '../words.ts'
import { WhenFields } from './when-fields.tsx'

export type PromiseChoices = {
  me: string
  colleagues: { accountId: string; name: string }[]
  agencies: { id: string; label: string }[]
  /** Days that are often meant: morgen, volgende week. */
  days: QuickMoment[]
  today: string
}
export type Code = keyof CallWords['call']['add']
export type Block = { family: BlockFamily; kind: Code | ''; number: number }

export const offers: { code: Code; family: BlockFamily; icon: IconName; key: string }[] = [
  { code: 'call-back', family: 'followUp', icon: 'phone', key: 'alt+t' },
  { code: 'visit', family: 'followUp', icon: 'house', key: 'alt+l' },
  { code: 'repair-report', family: 'followUp', icon: 'gear', key: 'alt+r' },
  { code: 'other', family: 'followUp', icon: 'plus', key: 'alt+i' },
  { code: 'referral', family: 'referral', icon: 'people', key: 'alt+w' },
  { code: 'card', family: 'gesture', icon: 'card', key: 'alt+k' },
  { code: 'flowers', family: 'gesture', icon: 'flower', key: 'alt+m' },
]

type BlockProps = { block: Block; draftFields: DraftFields; errors: Record<string, string>; choices: PromiseChoices }

/** What one promise asks. */
export function BlockFields(props: BlockProps) {
  const { family } = props.block
  if (family === 'followUp') return <FollowUpFields {...props} />
  return family === 'referral' ? <ReferralFields {...props} /> : <GestureFields {...props} />
}

function FollowUpFields({ block, draftFields, errors, choices }: BlockProps) {
  const words = useWords().call
  const name = (field: string) => `followUp-${block.number}-${field}`
  const value = (field: string) => first(draftFields, name(field))
  return (
    <>
      <KindField name={name('kind')} kind={block.kind} />
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
        options={ownerOptions(choices, words)}
        defaultValue={value('ownerId') || choices.me}
        error={errors[name('ownerId')]}
      />
    </>
  )
}

/** What kind of follow-up it is: known by the button that added it, asked for where there was no such button. */
function KindField({ name, kind }: { name: string; kind: Block['kind'] }) {
  const words = useWords().call
  if (kind !== '') return <input type="hidden" name={name} value={kind} />
  const kinds = offers.filter(({ family }) => family === 'followUp')
  const options = kinds.map(({ code }) => ({ value: code, label: words.add[code] }))
  return <SelectField name={name} label={words.kind} placeholder="" options={options} />
}

/** Who may do it: the caller first, then the colleagues. */
function ownerOptions({ me, colleagues }: PromiseChoices, words: CallWords['call']) {
  const optionOf = (accountId: string, label: string) => ({ value: accountId, label })
  const self = colleagues.filter(({ accountId }) => accountId === me)
  const others = colleagues.filter(({ accountId }) => accountId !== me)
  return [
    ...self.map(({ accountId, name }) => optionOf(accountId, words.me(name))),
    ...others.map(({ accountId, name }) => optionOf(accountId, name)),
  ]
}

function ReferralFields({ block, draftFields, errors, choices }: BlockProps) {
  const words = useWords().call
  const name = (field: string) => `referral-${block.number}-${field}`
  if (choices.agencies.length === 0) return <Banner>{words.noAgencies}</Banner>
  const options = choices.agencies.map(({ id, label }) => ({ value: id, label }))
  return (
    <>
      <input type="hidden" name={name('ownerId')} value={choices.me} />
      <SelectField
        name={name('agencyId')}
        label={words.agency}
        placeholder=""
        options={options}
        defaultValue={first(draftFields, name('agencyId'))}
        error={errors[name('agencyId')]}
      />
      <TextArea
        name={name('question')}
        label={words.question}
        rows={2}
        defaultValue={first(draftFields, name('question'))}
        error={errors[name('question')]}
      />
      <CheckboxField
        name={name('consent')}
        label={words.consent}
        defaultChecked={isTicked(draftFields, name('consent'))}
        error={errors[name('consent')]}
      />
    </>
  )
}

function GestureFields({ block, draftFields, errors }: BlockProps) {
  const words = useWords().call
  const name = (field: string) => `gesture-${block.number}-${field}`
  return (
    <>
      <input type="hidden" name={name('kind')} value={block.kind} />
      <TextArea
        name={name('text')}
        label={words.cardText}
        rows={3}
        maxLength={1000}
        defaultValue={first(draftFields, name('text'))}
        error={errors[name('text')]}
      />
    </>
  )
}
