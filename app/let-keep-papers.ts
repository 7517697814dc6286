import type { Request, Response } from 'express'

/** What keeps the papers of a desk in its browsers answers for every page, wherever its script lies. */
export function letKeepPapers({ path }: Request, response: Response, next: () => void) {
  if (path.includes('paper-keeper')) response.setHeader('Service-Worker-Allowed', '/')
  next()
}
