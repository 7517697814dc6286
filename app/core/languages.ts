/** Dutch, unless the browser names English and not Dutch. */
export function preferredLanguage(headers: Headers): 'nl' | 'en' {
  const wanted = (headers.get('Accept-Language') ?? '').toLowerCase()
  return /\ben\b/.test(wanted) && !/\bnl\b/.test(wanted) ? 'en' : 'nl'
}
