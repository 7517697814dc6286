import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { clockText } from '#app/ui/format.ts'
import { Menu, MenuButton } from '#app/ui/menu.tsx'
import { alarmChoices } from '../alarm-choices.ts'
import { type CallSound, openCallSound, tones } from '../call-sound.ts'
import { type Urgency, urgencies } from '../contact.ts'
import { useDeskWords } from '../desk-words.ts'
import { titleWith, type WaitingCall, waitingCall } from '../waiting-call.ts'
import { useDeskPerson, useNow, useOwnPresence, useQueueBoard } from './desk-live.tsx'

/** Who waits, in the title, the icon of the tab, a sound and, outside the window, a notice. Nothing in them says who. */
export function CallAlarm() {
  const { accountId, mayWork } = useDeskPerson()
  const { rows } = useQueueBoard()
  const now = useNow()
  const second = Math.floor(now / 1000)
  const call = useMemo(() => waitingCall(rows, { accountId, now: second * 1000 }), [rows, accountId, second])
  const { shown } = useOwnPresence()
  const isRinging = mayWork && shown === 'free' && call.urgency !== null
  const sound = useSound()
  useTitle(call, second)
  useRinging(sound.play, { urgency: isRinging ? call.urgency : null, second })
  useNotice(isRinging ? call : null)
  return (
    <>
      <Announcement call={call} />
      {mayWork && (
        <div data-ringing={isRinging ? call.urgency : undefined} data-sound={sound.state}>
          <SoundControl sound={sound} />
        </div>
      )}
    </>
  )
}

/** There before there is anything to say, so that it is read aloud. */
function Announcement({ call: { count, urgency } }: { call: WaitingCall }) {
  const { announce } = useDeskWords()
  const isDanger = urgency === urgencies.danger
  return (
    <>
      <p role="alert" className="sr-only">
        {isDanger && announce.danger}
      </p>
      <p role="status" className="sr-only">
        {count > 0 && announce.another(count)}
      </p>
    </>
  )
}

const icons = { calm: '/favicon.svg', waiting: '/favicon-waiting.svg' }

function useTitle(call: WaitingCall, second: number) {
  useEffect(() => {
    const clock = clockText(call.since === null ? 0 : second - call.since / 1000)
    const title = titleWith(document.title, call, clock)
    if (title !== document.title) document.title = title
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')
    const href = call.count > 0 ? icons.waiting : icons.calm
    if (icon && icon.getAttribute('href') !== href) icon.setAttribute('href', href)
  }, [call, second])
}

function useRinging(
  play: (urgency: Urgency) => void,
  { urgency, second }: { urgency: Urgency | null; second: number },
) {
  const last = useRef({ urgency: null as Urgency | null, second: 0 })
  useEffect(() => {
    if (urgency === null) {
      last.current.urgency = null
      return
    }
    const isSame = last.current.urgency === urgency
    if (isSame && (second - last.current.second) * 1000 < tones[urgency].everyMs) return
    last.current = { urgency, second }
    play(urgency)
  }, [urgency, second, play])
}

function useNotice(call: WaitingCall | null) {
  const { sound: words } = useDeskWords()
  const before = useRef(0)
  const [count, isDanger] = [call?.count ?? 0, call?.urgency === urgencies.danger]
  useEffect(() => {
    const isMore = count > before.current
    before.current = count
    if (!isMore || !document.hidden || !alarmChoices.read('notices') || Notification.permission !== 'granted') return
    new Notification(isDanger ? words.noticeDanger : words.noticeTitle, {
      body: words.noticeText,
      tag: 'rondbel-queue',
    })
  }, [count, isDanger, words])
}

/** `blocked`: the browser wants somebody to press something first. */
type SoundState = 'unknown' | 'on' | 'off' | 'blocked'
type Sound = { state: SoundState; play: (urgency: Urgency) => void; turn: (isOn: boolean) => void }

function useSound(): Sound {
  const [state, setState] = useState<SoundState>('unknown')
  const sound = useRef<CallSound | null>(null)
  const actions = useMemo(() => {
    const look = () => setState(stateOf(sound.current))
    return {
      look,
      play: (urgency: Urgency) => alarmChoices.read('sound') && sound.current?.play(urgency),
      turn(isOn: boolean) {
        alarmChoices.write('sound', isOn)
        void sound.current?.allow().then(look)
      },
    }
  }, [])
  useEffect(() => {
    const opened = openCallSound(actions.look)
    sound.current = opened
    actions.look()
    // Whatever is pressed first on the page counts for the browser as leave to be heard.
    const allow = () => void opened.allow()
    for (const type of ['pointerup', 'keyup']) document.addEventListener(type, allow, { once: true })
    return () => {
      for (const type of ['pointerup', 'keyup']) document.removeEventListener(type, allow)
      opened.close()
    }
  }, [actions])
  return { state, play: actions.play, turn: actions.turn }
}

function stateOf(sound: CallSound | null): SoundState {
  if (!alarmChoices.read('sound')) return 'off'
  return sound?.isAllowed() ? 'on' : 'blocked'
}

function SoundControl({ sound: { state, play, turn } }: { sound: Sound }) {
  const { sound: words } = useDeskWords()
  if (state === 'unknown') return null
  if (state !== 'on')
    return (
      <Button icon="alert" onClick={() => turn(true)}>
        <ShortOnPhone short={words.menu}>{words.off}</ShortOnPhone>
      </Button>
    )
  return (
    <Menu label={<ShortOnPhone short={words.menu}>{words.on}</ShortOnPhone>} icon="bell">
      <MenuButton onClick={() => play(urgencies.urgent)}>{words.test}</MenuButton>
      {'Notification' in window && <Notices />}
      <MenuButton onClick={() => turn(false)}>{words.turnOff}</MenuButton>
    </Menu>
  )
}

/** All of it is read aloud; on a phone it stands beside whether calls may come. */
const ShortOnPhone = ({ short, children }: { short: string; children: string }) => (
  <>
    <span aria-hidden="true" className="sm:hidden">
      {short}
    </span>
    <span className="max-sm:sr-only">{children}</span>
  </>
)

function Notices() {
  const { sound: words } = useDeskWords()
  const [isOn, setIsOn] = useState(() => alarmChoices.read('notices'))
  const change = async () => {
    const isWanted = !isOn && (await Notification.requestPermission()) === 'granted'
    alarmChoices.write('notices', isWanted)
    setIsOn(isWanted)
  }
  return <MenuButton onClick={() => void change()}>{isOn ? words.noticesOff : words.notices}</MenuButton>
}
