import { Banner } from '#app/ui/banner.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { useWords } from '../words.ts'

/** Why what was posted from the panel, or without script, was not done. */
export function Refused({ refused }: Pick<ContactLoaded, 'refused'>) {
  const words = useWords()
  if (!refused) return null
  return (
    <Banner tone="attention" isLive>
      {sentenceOf(words.refusals, refused, words.stepFailed)}
    </Banner>
  )
}
