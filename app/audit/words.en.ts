import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  title: 'Audit log',
  lead: 'Who saw or changed what. Lines cannot be changed or taken away.',
  back: 'Administration',
  caption: 'Events, newest first',
  at: 'When',
  who: 'Who',
  system: 'Rondbel itself',
  action: 'What',
  subject: 'Of what',
  older: 'Older',
  newest: 'To the newest',
  none: 'Nothing has been recorded yet',
  noneLead: 'As soon as somebody sees or changes something, it stands here.',
  intact: (links) => `The chain of ${links} lines is intact.`,
  broken: (position) => `The chain is broken from line ${position}. Something was changed or removed outside Rondbel.`,
}
