import { normaliseHeader } from '#imports/columns.ts'

/**
 * Is this row of a list its total, its footer or its header once more, rather than a tenant? `name` is what stands under
 * the name, `header` what the column of tenant numbers is called.
 */
export function isFooter(tenantNumber: string, name: string, header: string): boolean {
  if (isFooterText(tenantNumber) || totalAlone.test(name)) return true
  return header !== '' && !/\d/.test(tenantNumber) && normaliseHeader(tenantNumber) === normaliseHeader(header)
}

/** Nearly every tenant number starts with a digit, or is one word. */
function isFooterText(text: string): boolean {
  const first = text.charCodeAt(0)
  if (first >= 48 && first <= 57) return false
  return text.length <= 64 && (footer.test(text) || totalAlone.test(text))
}

const total = '(?:(?:sub|eind|generaal |grand )?tota(?:al|len|l|ls))'
const footer = new RegExp(
  `^[-*=(\\s]*(?:${total}(?:$|[\\s:=(]|\\d)|aantal(?:$|[\\s:])|som(?:$|[\\s:])|einde?(?:$|[\\s:])|(?:pagina|blad|blz|page|pag)\\.?[\\s:]*\\d|(?:afgedrukt|afdrukdatum|printdatum|gemaakt|gegenereerd|aangemaakt|uitgedraaid|peildatum|rapport|selectie|filter|bron|legenda|toelichting|let op|datum|n\\.?b\\.?|vertrouwelijk)(?:[\\s:]|$)|count(?:$|[\\s:])|end of |\\*{2,}|-{2,}|={2,})`,
  'i',
)
const totalAlone = new RegExp(
  `^[-*=( ]{0,4}${total}(?: (?:aantal )?(?:huurders|woningen|personen|rijen|records))?[ :=.)*-]{0,4}\\d{0,9}$`,
  'i',
)
