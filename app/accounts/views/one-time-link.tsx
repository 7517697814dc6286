import { Banner } from '#app/ui/banner.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useWords } from '../words.ts'

/** Shown once: only the hash of it is kept. */
export function OneTimeLink({ title, name, link }: { title: string; name: string; link: string }) {
  const words = useWords().accounts
  return (
    <Banner title={title} isLive>
      <p>{words.linkReadyLead(name)}</p>
      <TextField
        name="link"
        label={words.link}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
    </Banner>
  )
}
