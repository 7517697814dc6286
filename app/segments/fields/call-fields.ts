import { sql } from '#app/core/sql.ts'
import { addDays, instantAt } from '#app/time/clock.ts'
import { type Asking, type Field, operator } from '../field.ts'
import { anyOfEn, anyOfNl, are, dutch, english, have } from '../phrases.ts'

const calls = { group: 'calls', permission: 'segment:use' } as const
const yes = { nl: 'ja', en: 'yes' }

/** The first moment of the day so many days ago, where the corporation is. */
export const startOfDaysAgo = ({ today, timeZone }: Pick<Asking, 'today' | 'timeZone'>, days: number) =>
  instantAt(timeZone, addDays(today, -days), '00:00').toISOString()

export const callFields = {
  'wants-calls': {
    ...calls,
    label: { nl: 'Wil af en toe gebeld worden', en: 'Likes a call now and then' },
    operators: {
      yes: operator(
        { kind: 'none' },
        {
          label: yes,
          sql: () => sql`t.wants_calls`,
          holds: (_, { wantsCalls }) => wantsCalls,
          nl: () => dutch('af en toe gebeld', 'willen worden'),
          en: () => english(['would like', 'did not ask for'], 'a call now and then'),
        },
      ),
    },
  },
  'never-spoken': {
    ...calls,
    label: { nl: 'Nog nooit gesproken', en: 'Never spoken to' },
    operators: {
      yes: operator(
        { kind: 'none' },
        {
          label: yes,
          sql: () => sql`t.last_spoken_at IS NULL`,
          holds: (_, { lastSpokenAt }) => lastSpokenAt === null,
          nl: () => dutch('nog nooit', 'zijn gesproken', 'al eens'),
          en: () => english(['were', 'were'], 'never spoken to', 'spoken to before'),
        },
      ),
    },
  },
  'last-spoken': {
    ...calls,
    label: { nl: 'Laatste gesprek', en: 'Last conversation' },
    operators: {
      'longer-ago': operator(
        { kind: 'number', unit: 'days', min: 1, max: 3650, initial: 180 },
        {
          label: { nl: 'langer geleden dan … dagen', en: 'more than … days ago' },
          sql: (value, asking) => sql`t.last_spoken_at < ${startOfDaysAgo(asking, value)}::timestamptz`,
          holds: (value, { lastSpokenAt }, asking) =>
            lastSpokenAt !== null && lastSpokenAt < startOfDaysAgo(asking, value),
          nl: (value) => dutch(`langer dan ${value} dagen geleden`, 'voor het laatst zijn gesproken'),
          en: (value) => english(['were last spoken to', 'were not last spoken to'], `more than ${value} days ago`),
        },
      ),
    },
  },
  'last-outcome': {
    ...calls,
    label: { nl: 'Uitkomst van de laatste belpoging', en: 'Outcome of the last attempt' },
    operators: {
      'one-of': operator(
        { kind: 'choices', list: 'outcomes' },
        {
          label: { nl: 'is', en: 'is' },
          sql: (value) => sql`t.last_outcome = ANY (${value}::text[])`,
          holds: (value, { lastOutcome }) => lastOutcome !== null && value.includes(lastOutcome),
          nl: (value, nameOf) => dutch(`${anyOfNl(value.map(nameOf))} als laatste uitkomst`, 'hebben'),
          en: (value, nameOf) => english(have, `${anyOfEn(value.map(nameOf))} as last outcome`),
        },
      ),
    },
  },
  'earlier-topic': {
    ...calls,
    label: { nl: 'Onderwerp van een eerder gesprek', en: 'Topic of an earlier conversation' },
    operators: {
      'one-of': operator(
        { kind: 'choices', list: 'topics' },
        {
          label: { nl: 'is', en: 'is' },
          sql: (value, { corporationId }) => sql`t.id IN (SELECT v.tenant_id FROM conversation v
          WHERE v.corporation_id = ${corporationId}::int AND v.topics && ${value}::text[])`,
          holds: (value, { topics }) => topics.some((topic) => value.includes(topic)),
          nl: (value, nameOf) => dutch(`eerder over ${anyOfNl(value.map(nameOf))}`, 'spraken'),
          en: (value, nameOf) => english(['spoke', 'did not speak'], `about ${anyOfEn(value.map(nameOf))} before`),
        },
      ),
    },
  },
  'open-follow-up': {
    ...calls,
    label: { nl: 'Opvolging staat nog open', en: 'Open follow-up' },
    operators: {
      yes: operator(
        { kind: 'none' },
        {
          label: yes,
          sql: (_, { corporationId }) => sql`t.id IN (SELECT f.tenant_id FROM follow_up f
          WHERE f.corporation_id = ${corporationId}::int AND f.state = 'open')`,
          holds: (_, { hasOpenFollowUp }) => hasOpenFollowUp,
          nl: () => dutch('nog een belofte van ons te goed', 'hebben', 'geen belofte van ons te goed'),
          en: () => english(are, 'owed a promise by us'),
        },
      ),
    },
  },
} satisfies Record<string, Field>
