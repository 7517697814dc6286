import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  title: 'Protocols',
  lead: 'On paper, with the numbers and hours of each corporation.',
  corporation: 'Corporation',
  pages: 'Pages',
  madeAt: 'Made',
  kept: 'On this computer',
  isKept: 'Yes',
  isNotKept: 'Not yet',
  keptAt: 'Kept on this computer, also when the server is gone. Brought up to date',
  notKept: 'Not kept on this computer yet. That goes by itself while the queue is open.',
  cannotKeep: 'This browser cannot keep them. Print them, or use another browser.',
  none: 'No protocols yet',
  noneText: 'They come by themselves, within a minute after a corporation belongs to this desk.',
  withoutServer: 'Open without the server',
}
