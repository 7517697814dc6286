import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { useWords } from '../words.ts'

/** The home went to somebody else, or back to the list, while the form was open. */
export function CallLost({ holder }: { holder: string | null }) {
  const { lost, gone } = useWords()
  return (
    <Banner tone="attention" isLive action={<LinkButton to="/calls">{gone.back}</LinkButton>}>
      {holder ? lost.toColleague(holder) : lost.toNobody}
    </Banner>
  )
}
