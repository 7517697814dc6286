import { expect, test } from 'vitest'
import { ContactBanner } from '#app/tenants/views/tenant-cell.tsx'
import { nl } from '#app/tenants/words.nl.ts'
import { asHtml } from '#tests/calls/as-html.tsx'

const nobody = { hasDied: false, hasLeft: false, hasMoved: false, asksNotToBeRung: false }

test.each([
  ['nothing of somebody who lives there', {}, null],
  ['nothing more than that of somebody who has died', { hasDied: true, hasLeft: true }, null],
  ['of somebody who moved that only promises are kept', { hasLeft: true, hasMoved: true }, nl.movedLead],
  ['of somebody off the list that only promises are kept', { hasLeft: true }, nl.notListedLead],
  [
    'of somebody who moved and objected that nobody rings them',
    { hasLeft: true, asksNotToBeRung: true },
    nl.doNotCallLead,
  ],
  ['of somebody who objected that nobody rings them', { asksNotToBeRung: true }, nl.doNotCallLead],
])('above the numbers stands %s', async (_, change, lead) => {
  const html = await asHtml(<ContactBanner tenant={{ ...nobody, ...change }} />)
  for (const each of [nl.movedLead, nl.doNotCallLead]) expect(html.includes(each)).toBe(each === lead)
})
