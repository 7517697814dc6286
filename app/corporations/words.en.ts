import type { Catalogue } from '#app/ui/catalogue.ts'
import type { nl } from './words.nl.ts'

export const en: Catalogue<typeof nl> = {
  title: 'Settings',
  lead: 'How your corporation works with Rondbel. A call round that runs already does not change by it.',
  back: 'Today',
  lines: 'Lines',
  desks: 'Who answers?',
  urgentNumbers: 'Ringing in an emergency',
  corporation: 'The corporation',
  name: 'Name',
  nameHint: 'As colleagues and tenants know it. Callers say it when a conversation begins.',
  contactEmail: 'E-mail address for questions of colleagues',
  contactEmailHint: 'Stands in the text of an invitation.',
  calling: 'Calling hours for a new call round',
  holidays: 'Call on public holidays too',
  gestures: 'Cards and flowers',
  budget: 'Budget for a new call round, in euros',
  budgetHint: 'Leave empty for no limit. Each call round can have its own.',
  card: 'Price of a card with postage, in euros',
  flowers: 'Price of flowers with delivery, in euros',
  priceHint: 'What was requested before keeps its price.',
  safety: 'Safety',
  idle: 'Sign out after',
  idleUnit: 'minutes without doing anything',
  idleHint:
    'Whoever ticks that the computer is shared is signed out after 30 minutes at most. What somebody types is kept.',
  save: 'Save',
  saved: 'The settings were saved.',
}
