import { expect, test } from 'vitest'
import { isCallingTime } from '#app/campaigns/calling-hours.ts'
import { alwaysOpen, momentsOfCalls } from '#prisma/demo/story.ts'

const zone = 'Europe/Amsterdam'
const office = [{ from: '09:00', to: '17:00' }]
const officeHours = { 1: office, 2: office, 3: office, 4: office, 5: office, 6: office, 7: office }

test('at whatever minute the demo starts, each of its calls falls in the day, within its calling hours and before now', () => {
  for (let minute = 0; minute < 24 * 60; minute += 3) {
    const now = new Date(Date.UTC(2026, 10, 25, 0, minute, 37))
    for (const at of momentsOfCalls(zone, now)) {
      expect(at.getTime()).toBeLessThan(now.getTime())
      for (const windows of [alwaysOpen, officeHours])
        expect(isCallingTime({ windows, onPublicHolidays: true }, zone, at), at.toISOString()).toBe(true)
    }
  }
})
