import fc from 'fast-check'
import { defaultPolicy, type Policy, weekdays } from '#app/campaigns/calling-policy.ts'

export const zone = 'Europe/Amsterdam'

/** Any moment of some years, both clock changes among them. */
export const aMoment = fc.oneof(
  fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2027-03-27T20:00:00Z'), max: new Date('2027-03-29T10:00:00Z'), noInvalidDate: true }),
  fc.date({ min: new Date('2027-10-30T20:00:00Z'), max: new Date('2027-11-01T10:00:00Z'), noInvalidDate: true }),
)

const time = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const aWindow = fc
  .tuple(fc.integer({ min: 0, max: 1350 }), fc.integer({ min: 61, max: 720 }))
  .map(([from, length]) => ({ from: time(from), to: time(Math.min(from + length, 1439)) }))

export const aPolicy: fc.Arbitrary<Policy> = fc.record({
  maxAttempts: fc.integer({ min: 1, max: 5 }),
  hoursBetween: fc.integer({ min: 0, max: 48 }),
  otherPartOfDay: fc.boolean(),
  windows: fc
    .dictionary(fc.constantFrom(...weekdays), fc.array(aWindow, { maxLength: 2 }), { maxKeys: 7 })
    .map((week) => (Object.values(week).flat().length > 0 ? { ...week } : defaultPolicy.windows)),
  onPublicHolidays: fc.boolean(),
  restDays: fc.constant(30),
  leaseMinutes: fc.constant(20),
})
