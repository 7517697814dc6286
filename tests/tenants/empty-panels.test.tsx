import { expect, test } from 'vitest'
import { OpenHomes } from '#app/calls/views/open-homes.tsx'
import { PromisesSection } from '#app/tenants/views/tenant-sections.tsx'
import { asHtml } from '#tests/calls/as-html.tsx'

test('where nothing was promised and no list has them, a line says so, without a panel', async () => {
  const homes = await asHtml(<OpenHomes homes={[]} mayCall now={new Date()} />)
  expect(homes).toContain('Dit adres staat op geen bellijst.')
  const promises = await asHtml(<PromisesSection promises={[]} today="2026-11-27" />)
  expect(promises).toContain('Er staat geen belofte open.')
  expect(homes + promises).not.toMatch(/<section|<h2/)
})

test('a promise stands under its heading', async () => {
  const promise = { id: 'a', promise: 'Bellen over de lift', dueOn: '2026-11-28', owner: 'Bart' } as never
  const html = await asHtml(<PromisesSection promises={[promise]} today="2026-11-27" />)
  expect(html).toMatch(/<h2[^>]*>Beloofd/)
  expect(html).toContain('Bellen over de lift')
})
