import { useSearchParams } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { useWords } from '#app/ui/language.tsx'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'
import { useRefusal } from './use-refusal.ts'

/** What the last button did, or why it did nothing: it stands in the address, so it is also there without script. */
export function SaidBanner() {
  const sentences: Record<string, string> = useWords({ nl, en }).said
  const refusal = useRefusal()
  const [parameters] = useSearchParams()
  const [said, refused] = [parameters.get('said') ?? '', parameters.get('refused')]
  if (refused)
    return (
      <Banner tone="attention" isLive>
        {refusal(refused)}
      </Banner>
    )
  return sentences[said] ? <Banner isLive>{sentences[said]}</Banner> : null
}
