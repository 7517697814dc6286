import { type Criteria, isUnfinished, type ParsedCriteria, parseCriteria } from './criteria.ts'

/** Criteria in a URL or a form field: base64url of their JSON. They say what is asked, never about whom. */
export function encodeCriteria(criteria: Criteria): string {
  const bytes = new TextEncoder().encode(JSON.stringify(criteria))
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

type DecodedCriteria = ParsedCriteria | { ok: false; reason: 'criteria-unfinished' }

/** Never without the rules that are still being filled in: those make it `criteria-unfinished`. */
export function decodeCriteria(text: string): DecodedCriteria {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const input = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const parsed = parseCriteria(input)
    return !parsed.ok && isUnfinished(input) ? { ok: false, reason: 'criteria-unfinished' } : parsed
  } catch {
    return { ok: false, reason: 'criteria-invalid' }
  }
}
