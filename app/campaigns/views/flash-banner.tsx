import { useSearchParams } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useWords } from '../words.ts'
import { useRefusal } from './use-refusal.ts'

/** What the last button did, or why it did nothing: it stands in the address, so it is also there without script. */
export function FlashBanner({ isDiscarded }: { isDiscarded?: boolean }) {
  const sentences = useWords().flash
  const refusal = useRefusal()
  const [parameters] = useSearchParams()
  const refused = parameters.get('refused')
  const flash = isDiscarded && parameters.get('flash') === 'closed' ? 'discarded' : (parameters.get('flash') ?? '')
  if (refused)
    return (
      <Banner tone="attention" isLive>
        {refusal(refused)}
      </Banner>
    )
  const sentence = sentenceOf(sentences, flash, '')
  return sentence ? <Banner isLive>{sentence}</Banner> : null
}
