import type { Catalogue } from '#app/ui/catalogue.ts'
import type { Wellbeing } from './wellbeing.ts'

/** Names the urgent conversation that was just saved, in the address of the page that comes after it. */
export const urgentSavedParam = 'urgent'

type Saved = { conversationId: string | null; wellbeing: Wellbeing | null }

/** The page that comes next, which says what was saved when that was urgent. */
export const withUrgentSaved = (path: string, { conversationId, wellbeing }: Saved): string =>
  conversationId && wellbeing === 'urgent'
    ? `${path}${path.includes('?') ? '&' : '?'}${urgentSavedParam}=${conversationId}`
    : path

const nl = {
  saved: (who: string, rang: string) =>
    `Spoed vastgelegd voor ${who}. Gebeld: ${rang}. De coördinator ziet dit meteen op Vandaag.`,
}

const en: Catalogue<typeof nl> = {
  saved: (who, rang) => `Help needed now was recorded for ${who}. Rang: ${rang}. The coordinator sees this at once.`,
}

/** Said by the server, so that no page loads more for what is rare. */
export const urgentSavedWords = { nl, en }
