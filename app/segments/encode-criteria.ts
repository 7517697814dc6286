import { type Criteria, type ParsedCriteria, parseCriteria } from './criteria.ts'

/** Criteria in a URL or a form field: base64url of their JSON. They say what is asked, never about whom. */
export function encodeCriteria(criteria: Criteria): string {
  const bytes = new TextEncoder().encode(JSON.stringify(criteria))
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export function decodeCriteria(text: string): ParsedCriteria {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    return parseCriteria(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return { ok: false, reason: 'criteria-invalid' }
  }
}
