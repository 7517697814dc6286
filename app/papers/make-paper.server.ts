import { type CorporationScope, inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { nl as valueWords } from '#app/reference-values/words.nl.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import { dateText, timeText } from '#app/ui/format.ts'
import { coverBlocks, protocolBlocks } from './paper-blocks.ts'
import type { PaperFacts } from './paper-facts.ts'
import { type Paper, paperPdf } from './paper-pdf.server.ts'
import { paperWords as words } from './paper-words.ts'
import { readPaperFacts } from './read-paper-facts.server.ts'

// Of how it is printed: another number here makes all papers anew.
const edition = 1

/**
 * Prints the paper of a corporation anew when anything that stands on it is otherwise: a protocol that was published, a
 * number that holds from today, the hours of a line. Says whether it did.
 */
export async function makePaper(scope: CorporationScope, now: Date): Promise<boolean> {
  const facts = await inScope(scope, (tx) => readPaperFacts(tx, scope, now))
  const { today: _, ...printed } = facts
  const hash = hashOf({ edition, ...printed, values: [...printed.values] })
  if (await inScope(scope, (tx) => isPrinted(tx, scope, hash))) return false
  const paper = await printPaper(facts, now)
  await inScope(scope, (tx) => keepPaper(tx, scope, { ...paper, hash }))
  return true
}

/** The paper itself. `now` stands on each page. */
export const printPaper = (facts: PaperFacts, now: Date): Promise<Paper> =>
  paperPdf({
    cover: coverBlocks(facts, valueWords.names),
    chapters: facts.protocols.map((one) => protocolBlocks(one, facts.values)),
    title: words.title(facts.corporation),
    madeOn: words.madeOn(`${dateText(facts.today)} ${timeText(now, facts.timeZone)}`),
  })

async function isPrinted(tx: Tx, { corporationId }: CorporationScope, hash: string): Promise<boolean> {
  const found = await tx.sql(sql`
    SELECT FROM protocol_paper WHERE corporation_id = ${corporationId}::int AND hash = ${hash}`)
  return found.length > 0
}

const keepPaper = (tx: Tx, { corporationId }: CorporationScope, { pdf, pages, hash }: Paper & { hash: string }) =>
  tx.sql(sql`
    INSERT INTO protocol_paper (corporation_id, pdf, hash, pages) VALUES (${corporationId}::int, ${pdf}::bytea, ${hash}, ${pages}::int)
    ON CONFLICT (corporation_id) DO UPDATE SET pdf = excluded.pdf, hash = excluded.hash, pages = excluded.pages,
      made_at = excluded.made_at`)
