import { expect, test } from 'vitest'
import { FoldedRows } from '#app/tenant-lists/views/folded-rows.tsx'
import { asHtml } from '#tests/calls/as-html.tsx'

const shown = (total: number, isOpen: boolean, page = 1) =>
  asHtml(
    <FoldedRows
      rows={Array.from({ length: Math.min(total, 50) }, (_, at) => at + 1)}
      page={page}
      perPage={50}
      total={total}
      isOpen={isOpen}
      pageAt={(to) => `?group=new&page=${to}`}
    >
      {(rows) => rows.map((row) => <p key={row}>rij</p>)}
    </FoldedRows>,
  )
const rowsIn = (html: string) => html.match(/>rij</g)?.length

test('of a long table the first ten stand there, and a link to all of it', async () => {
  const html = await shown(587, false)
  expect(rowsIn(html)).toBe(10)
  expect(html).toContain('Toon alle 587')
  expect(html).toContain('href="/?group=new&amp;page=1"')
})

test('asked for, a page of it stands there', async () => {
  const html = await shown(587, true)
  expect(rowsIn(html)).toBe(50)
  expect(html).not.toContain('Toon alle')
  expect(html).toContain('page=2')
})

test('ten or fewer are all there, with nothing to ask for', async () => {
  const html = await shown(10, false)
  expect(rowsIn(html)).toBe(10)
  expect(html).not.toMatch(/Toon alle|page=/)
})
