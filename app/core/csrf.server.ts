const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

type RequestOrigin = { method: string; secFetchSite: string | undefined; origin: string | undefined }

/**
 * Whether a request may change something: only when the browser says it comes from our own pages. Older browsers send
 * no Sec-Fetch-Site, then the Origin must be ours; with neither, it is refused.
 */
export function isFromOurPages({ method, secFetchSite, origin }: RequestOrigin, ours: string): boolean {
  if (safeMethods.has(method)) return true
  if (secFetchSite !== undefined) return secFetchSite === 'same-origin'
  return origin === ours
}

/** Whether a page of ours was opened at another address than the one of the installation: no cookie holds there. */
export function isElsewhere({ method, origin }: RequestOrigin, ours: string): boolean {
  if (safeMethods.has(method) || !origin || !URL.canParse(origin)) return false
  return new URL(origin).host !== new URL(ours).host
}
