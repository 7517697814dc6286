import { LinkButton } from '#app/ui/button.tsx'
import { numberText } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { NightCard } from '../today-card.server.ts'
import { useTodayWords } from '../today-words.ts'

/** "De nacht: 14 meldingen, 3 voor kantoor", and the way to it. */
export function TodayCard({ night }: { night: NightCard }) {
  const words = useTodayWords()
  const language = useLanguage()
  const text = (value: number) => numberText(value, language)
  const waits = night.forOffice + night.before > 0
  return (
    <section
      aria-labelledby="night"
      className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border px-4 py-3 ${
        waits ? 'border-attention bg-attention-soft text-attention-ink' : 'border-line bg-surface'
      }`}
    >
      <div className="flex min-w-0 gap-3">
        <Icon name={waits ? 'alert' : 'moon'} className="mt-0.5 size-6" />
        <div>
          <h2 id="night" className="text-lg font-bold">
            {night.isOver ? words.title : words.soFar}
          </h2>
          <p>
            {[
              words.contacts(text(night.contacts), night.contacts === 1),
              night.forOffice > 0 ? words.forOffice(text(night.forOffice)) : words.nothing,
              ...(night.before > 0 ? [words.before(text(night.before))] : []),
            ].join(', ')}
          </p>
        </div>
      </div>
      <LinkButton to="/nights">{words.open}</LinkButton>
    </section>
  )
}
