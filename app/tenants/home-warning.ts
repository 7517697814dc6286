import { z } from 'zod'
import { yearsAfter } from '#app/time/clock.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'

/** What whoever rings or goes to a home is warned of. */
export const warningKinds = ['aggression', 'visit-in-pairs', 'dog', 'police-address', 'unsafe-home'] as const
export type WarningKind = (typeof warningKinds)[number]

/** What is shown of it before anybody rings or goes there. `from` and `until` are its first and last day, yyyy-mm-dd. */
export type HomeWarning = { id: string; kind: WarningKind; reason: string; from: string; until: string }

/** After so many years somebody has to look again. */
const mostYears = 2
/** So many days before its last one a warning stands among those to look at. */
export const daysToReview = 30

/** The last day on which a warning that is given on `today` may hold. */
export const lastDayAllowed = (today: string): string => yearsAfter(today, mostYears)

const untilSchema = (today: string) =>
  z.iso
    .date('date')
    .refine((until) => until >= today, 'in-the-past')
    .refine((until) => until <= lastDayAllowed(today), 'too-far-ahead')

export type WarningInput = { kind: WarningKind; reason: string; until: string }

/** `today` in the corporation's zone. The kind has a name of its own: it stands on a page beside that of a report. */
export const warningForm = (today: string) =>
  z
    .object({
      homeId: z.uuid(),
      warningKind: z.enum(warningKinds, 'kind'),
      reason: z.string().trim().min(1, 'required').max(500, 'too-long').refine(holdsNoBsn, 'bsn'),
      until: untilSchema(today),
    })
    .transform(({ homeId, warningKind: kind, ...rest }) => ({
      homeId,
      input: { kind, ...rest } satisfies WarningInput,
    }))

export const renewalSchema = (today: string) => z.object({ until: untilSchema(today) })
