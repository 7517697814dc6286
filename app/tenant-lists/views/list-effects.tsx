import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import type { ListEffects } from '../list-follower.ts'
import { useWords } from '../words.ts'
import { useLossText } from './homes-text.ts'

/** What campaigns lose by a list, and what stays promised to whoever is gone. */
export function ListEffectsText({ effects, isDone }: { effects: ListEffects; isDone: boolean }) {
  const [{ campaigns: words }, language] = [useWords(), useLanguage()]
  const lossText = useLossText(isDone)
  const { followUps, gestures } = effects.promises
  const text = (value: number) => numberText(value, language)
  return (
    <>
      {effects.campaigns.map((loss) => (
        <p key={loss.campaignId}>{lossText(loss)}</p>
      ))}
      {followUps + gestures > 0 && (
        <p>
          {words.promises(
            [
              followUps > 0 && words.followUps(followUps, text(followUps)),
              gestures > 0 && words.gestures(gestures, text(gestures)),
            ]
              .filter(Boolean)
              .join(words.and),
          )}
        </p>
      )}
    </>
  )
}
