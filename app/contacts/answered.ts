import type { RunProgress } from '#app/triage/shown-run.ts'
import type { Urgency } from './contact.ts'
import type { ContactLoaded } from './load-contact-page.server.ts'

/** What an answer of a caller brings along: how far their run is, and how urgent that makes it. */
export type Answered = { run: RunProgress; urgency: Urgency }

type Loaded = Pick<ContactLoaded, 'contact' | 'judging'>

/** Of what was loaded and what an answer brought, whatever has more written of it. */
export function withAnswered<Page extends Loaded>(page: Page, answered: Answered | null): Page {
  const { contact, judging } = page
  const run = judging?.run
  if (!answered || !judging || !run || run.id !== answered.run.id) return page
  if (answered.run.entryCount <= run.entryCount) return page
  return {
    ...page,
    contact: { ...contact, urgency: answered.urgency },
    judging: { ...judging, run: { ...run, ...answered.run } },
  }
}
