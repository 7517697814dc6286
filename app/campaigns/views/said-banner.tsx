import { useSearchParams } from '@remix-run/react'
import { Banner } from '#app/ui/banner.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useWords } from '../words.ts'
import { useRefusal } from './use-refusal.ts'

/** What the last button did, or why it did nothing: it stands in the address, so it is also there without script. */
export function SaidBanner({ isDiscarded }: { isDiscarded?: boolean }) {
  const sentences = useWords().said
  const refusal = useRefusal()
  const [parameters] = useSearchParams()
  const refused = parameters.get('refused')
  const said = isDiscarded && parameters.get('said') === 'closed' ? 'discarded' : (parameters.get('said') ?? '')
  if (refused)
    return (
      <Banner tone="attention" isLive>
        {refusal(refused)}
      </Banner>
    )
  const sentence = sentenceOf(sentences, said, '')
  return sentence ? <Banner isLive>{sentence}</Banner> : null
}
