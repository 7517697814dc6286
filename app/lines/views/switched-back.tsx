import { WayBack } from '#app/lists/views/way-back.tsx'
import type { endedSwitch } from '../way-back.ts'
import { useWords } from '../words.ts'
import { switchText } from './switch-table.tsx'

type SwitchedBackProps = { ended: ReturnType<typeof endedSwitch>; to: string }

/** What was just switched back, with one press to have it again. */
export function SwitchedBack({ ended, to }: SwitchedBackProps) {
  const words = useWords()
  return ended && <WayBack to={to} said={words.switchedBack(switchText(ended, words))} fields={ended.fields} />
}
