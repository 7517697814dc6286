import { z } from 'zod'
import { instantAt } from '#app/time/clock.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { lineKinds, repeatedDays, switchKinds } from './line.ts'
import type { HoursInput, SwitchInput } from './lines.server.ts'

export const lineForm = z.object({
  name: z.string().trim().min(1, 'required').max(100, 'too-long').refine(holdsNoBsn, 'bsn'),
  kind: z.enum(lineKinds, 'kind'),
})

const orEmpty = <Schema extends z.ZodType>(schema: Schema, message: string) =>
  z.union([z.literal(''), schema], message).default('')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time')
const deskId = orEmpty(z.coerce.number('desk').int('desk').positive('desk'), 'desk')

const posted = z.object({
  days: z.array(z.enum(repeatedDays, 'days')).default([]),
  date: orEmpty(z.iso.date('date'), 'date'),
  isClosed: z.literal('on').optional(),
  opens: orEmpty(time, 'time'),
  closes: orEmpty(time, 'time'),
  deskId,
})

/** Times and a desk, unless it is closed; on days that come back, on one date, or both. */
export const hoursForm = posted.transform(({ days, date, isClosed, opens, closes, deskId }, context): HoursInput => {
  const all: string[] = [...new Set(days), ...(date ? [date] : [])]
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (all.length === 0) wrong('days', 'days')
  if (isClosed) return { days: all, opens: null, closes: null, deskId: null }
  if (!opens) wrong('opens', 'time')
  if (!closes) wrong('closes', 'time')
  if (!deskId) wrong('deskId', 'desk')
  return { days: all, opens, closes, deskId: Number(deskId) }
})

/** Wall-clock moments of `zone`. Nobody is left unanswered by one press: closing asks whether it is sure. */
export const switchForm = (zone: string, now: Date) =>
  z
    .object({
      kind: z.enum(switchKinds, 'kind'),
      untilDate: orEmpty(z.iso.date('date'), 'date'),
      untilTime: orEmpty(time, 'time'),
      deskId,
      isSure: z.literal('on').optional(),
    })
    .transform(({ kind, untilDate, untilTime, deskId, isSure }, context): SwitchInput => {
      const until = untilDate ? instantAt(zone, untilDate, untilTime || '23:59') : null
      if (until && until <= now) context.addIssue({ code: 'custom', path: ['untilDate'], message: 'in-the-past' })
      if (kind === 'closed' && !isSure)
        context.addIssue({ code: 'custom', path: ['isSure'], message: 'confirm-closed' })
      if (kind !== 'redirected') return { kind, until, deskId: null }
      if (!deskId) context.addIssue({ code: 'custom', path: ['deskId'], message: 'desk' })
      return { kind, until, deskId: Number(deskId) }
    })

/** The moment of "Wat geldt er op …?"; `now` when nothing readable was asked. */
export const askedMoment = (zone: string, asked: URLSearchParams, now: Date): Date => {
  const form = z.object({ date: z.iso.date(), time }).safeParse(Object.fromEntries(asked))
  return form.success ? instantAt(zone, form.data.date, form.data.time) : now
}
