import { expect, test } from 'vitest'
import { isCallingTime } from '#app/campaigns/calling-hours.ts'
import { alwaysOpen, momentsOfCalls } from '#prisma/demo/story.ts'

test('at whatever minute the demo starts, each of its calls falls within the calling hours and before now', () => {
  const hours = { windows: alwaysOpen, onPublicHolidays: true }
  for (let minute = 0; minute < 24 * 60; minute += 3) {
    const now = new Date(Date.UTC(2026, 10, 25, 0, minute, 37))
    for (const at of momentsOfCalls(now)) {
      expect(at.getTime()).toBeLessThan(now.getTime())
      expect(isCallingTime(hours, 'Europe/Amsterdam', at), at.toISOString()).toBe(true)
    }
  }
})
