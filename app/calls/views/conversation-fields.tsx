import { type DraftFields, first, last } from '#app/claims/draft-fields.ts'
import { topics } from '#app/conversations/topics.ts'
import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import { NoteWarnings } from '#app/conversations/views/note-warnings.tsx'
import { wellbeings } from '#app/conversations/wellbeing.ts'
import { useWords as useConversationWords } from '#app/conversations/words.ts'
import { RadioCards } from '#app/ui/choice.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { freeTextsOf } from '../free-texts.ts'
import { useWords } from '../words.ts'
import { UrgentFields } from './urgent-fields.tsx'

type Props = { draftFields: DraftFields; errors: Record<string, string> }
type AllProps = Props & { urgentNumbers: ShownUrgentNumber[] }

/** What was said. Only there when somebody was on the phone; the browser shows it by itself, before any script. */
export function ConversationFields({ draftFields, errors, urgentNumbers }: AllProps) {
  return (
    <div className="hidden flex-col gap-5 group-has-[[data-opens-notes]:checked]/call:flex group-has-[[data-takes-note]:checked]/call:flex">
      <Who draftFields={draftFields} errors={errors} />
      <Notes draftFields={draftFields} errors={errors} />
      <Conversation draftFields={draftFields} errors={errors} urgentNumbers={urgentNumbers} />
    </div>
  )
}

/** With whom, when it was not the tenant; and which language stood in the way. */
function Who({ draftFields, errors }: Props) {
  const words = useWords().call
  const fields = [
    { of: 'spoke-with', name: 'spokeWith', shown: 'hidden group-has-[[data-asks-who=spoke-with]:checked]/call:block' },
    { of: 'language', name: 'language', shown: 'hidden group-has-[[data-asks-who=language]:checked]/call:block' },
  ] as const
  return fields.map(({ of, name, shown }) => (
    <div key={of} data-question={of} className={shown}>
      <TextField
        name={name}
        label={words[name]}
        hint={words.whoHints[name]}
        autoComplete="off"
        maxLength={name === 'language' ? 100 : 200}
        error={errors[name]}
        defaultValue={first(draftFields, name)}
      />
    </div>
  ))
}

/** How they are, and what it was about: after a conversation with the tenant. */
function Conversation({ draftFields, errors, urgentNumbers }: AllProps) {
  const words = useWords()
  const names = useConversationWords()
  return (
    <div className="hidden flex-col gap-5 group-has-[[data-opens-notes]:checked]/call:flex">
      <RadioCards
        name="wellbeing"
        label={words.call.wellbeing}
        columns={2}
        error={errors.wellbeing}
        defaultValue={last(draftFields, 'wellbeing')}
        options={wellbeings.map((value) => ({
          value,
          label: names.wellbeings[value],
          hint: names.wellbeingHints[value] || undefined,
        }))}
      />
      <UrgentFields numbers={urgentNumbers} draftFields={draftFields} error={errors.urgentRang} />
      <Topics draftFields={draftFields} />
    </div>
  )
}

function Notes({ draftFields, errors }: Props) {
  const words = useWords()
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        name="notes"
        label={words.call.notes}
        hint={words.call.notesHint}
        error={errors.notes}
        defaultValue={first(draftFields, 'notes')}
        maxLength={10_000}
      />
      <NoteWarnings draftFields={draftFields} errors={errors} textsOf={freeTextsOf} />
    </div>
  )
}

function Topics({ draftFields }: { draftFields: DraftFields }) {
  const words = useWords()
  const names = useConversationWords()
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-bold">{words.call.topics}</legend>
      <div className="flex flex-wrap gap-2">
        {topics.map((topic) => (
          <label
            key={topic}
            className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong bg-surface px-3 hover:bg-surface-sunk has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              name="topics[]"
              value={topic}
              defaultChecked={draftFields['topics[]']?.includes(topic)}
              className="size-4.5 outline-none"
            />
            {names.topics[topic]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
