import { expect, test } from 'vitest'
import type { AskedWarning } from '#app/tenant-lists/import-warnings.ts'
import { WarningTicks } from '#app/tenant-lists/views/warning-ticks.tsx'
import { asHtml } from '#tests/calls/as-html.tsx'

const warnings: AskedWarning[] = [
  { code: 'unknown-tenants', known: 12, confirmed: false },
  { code: 'many-rejected', rejected: 2, rows: 4, percent: 50, confirmed: false },
]
const shown = (isRefused: boolean, asked = warnings) => asHtml(<WarningTicks warnings={asked} isRefused={isRefused} />)

test('a list that was sent with a question open says so in our words: above, leading to the tick, and at each tick', async () => {
  const html = await shown(true)
  expect(html).toContain('href="#confirmed-1"')
  expect(html).toContain('Er is nog een vraag niet beantwoord.')
  expect(html.match(/Zet hier een vinkje als dit klopt\./g)).toHaveLength(2)
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(2)
})

test('before it was sent nothing is wrong', async () => {
  const html = await shown(false)
  expect(html.match(/type="checkbox"/g)).toHaveLength(2)
  expect(html).not.toMatch(/role="alert"|aria-invalid|required/)
})

test('when only who seems to have died is open, it leads there', async () => {
  const html = await shown(true, [{ code: 'seem-deceased', rows: 3, confirmed: false }])
  expect(html).toContain('href="#died"')
  expect(html).not.toContain('type="checkbox"')
})
