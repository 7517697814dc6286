import type { Catalogue } from '#app/ui/catalogue.ts'
import { wordsIn } from '#app/ui/language.tsx'

/** What every page of a desk says: who is there, how a call is heard, and what is wrong. */
const nl = {
  announce: {
    danger: 'Gevaar: er wacht iemand.',
    another: (count: number) => (count === 1 ? 'Er wacht 1 persoon.' : `Er wachten ${count} personen.`),
  },
  bars: {
    asking: 'De verbinding hapert. De wachtrij wordt elke 5 seconden ververst.',
    lost: (time: string | null) =>
      time
        ? `Geen verbinding. Wat u ziet is van ${time}. De telefoon gaat gewoon door.`
        : 'Geen verbinding. De telefoon gaat gewoon door.',
    notWorking:
      'Het systeem verwerkt nu geen terugbelmomenten. Houd Terugbellen zelf in de gaten en waarschuw de beheerder.',
    nobodyFree: 'Er wacht iemand en niemand is vrij.',
  },
  presence: {
    label: 'Uw aanwezigheid',
    states: { free: 'Vrij', break: 'Pauze', off: 'Niet aanwezig' },
    shown: {
      free: 'Vrij',
      'in-call': 'In gesprek',
      'wrapping-up': 'Rondt af',
      break: 'Pauze',
      gone: 'Scherm weg',
      off: 'Niet aanwezig',
    },
    now: (what: string) => `nu: ${what}`,
  },
  sound: {
    off: 'Geluid staat uit – zet aan',
    on: 'Geluid aan',
    turnOff: 'Geluid uitzetten',
    menu: 'Geluid',
    test: 'Laat horen',
    notices: 'Ook een bericht buiten dit venster',
    noticesOff: 'Geen bericht buiten dit venster',
    noticeTitle: 'Er wacht iemand',
    noticeDanger: 'Gevaar: er wacht iemand',
    noticeText: 'Open de wachtrij van Rondbel.',
  },
  operators: {
    title: 'Wie er is',
    since: (time: string) => `sinds ${time}`,
    none: 'Er is niemand aanwezig.',
    setOff: 'Afmelden',
    setOffNamed: (name: string) => `${name} afmelden`,
  },
  leaving: {
    title: 'U bent nog aan het werk',
    lead: (desk: string) =>
      `U staat nog op Vrij of Pauze bij ${desk}. Meld u eerst af, zodat er niemand op u wacht. Wat u onder handen hebt, gaat terug naar de wachtrij.`,
    leave: 'Meld mij af en ga verder',
    stay: 'Blijf hier',
  },
}

const en: Catalogue<typeof nl> = {
  announce: {
    danger: 'Danger: somebody is waiting.',
    another: (count) => (count === 1 ? '1 person is waiting.' : `${count} people are waiting.`),
  },
  bars: {
    asking: 'The connection falters. The queue is refreshed every 5 seconds.',
    lost: (time) =>
      time
        ? `No connection. What you see is of ${time}. The telephone goes on as always.`
        : 'No connection. The telephone goes on as always.',
    notWorking: 'The system handles no call-backs now. Keep an eye on Call back yourselves and warn the administrator.',
    nobodyFree: 'Somebody is waiting and nobody is free.',
  },
  presence: {
    label: 'Your presence',
    states: { free: 'Free', break: 'Break', off: 'Off' },
    shown: {
      free: 'Free',
      'in-call': 'In a call',
      'wrapping-up': 'Writing up',
      break: 'Break',
      gone: 'Screen gone',
      off: 'Off',
    },
    now: (what) => `now: ${what}`,
  },
  sound: {
    off: 'Sound is off – turn it on',
    on: 'Sound on',
    turnOff: 'Turn the sound off',
    menu: 'Sound',
    test: 'Let me hear it',
    notices: 'Also a notice outside this window',
    noticesOff: 'No notice outside this window',
    noticeTitle: 'Somebody is waiting',
    noticeDanger: 'Danger: somebody is waiting',
    noticeText: 'Open the queue of Rondbel.',
  },
  operators: {
    title: 'Who is there',
    since: (time) => `since ${time}`,
    none: 'Nobody is there.',
    setOff: 'Sign off',
    setOffNamed: (name) => `Sign ${name} off`,
  },
  leaving: {
    title: 'You are still at work',
    lead: (desk) =>
      `You are still free or on a break at ${desk}. Sign off first, so that nobody waits for you. What you have in hand goes back to the queue.`,
    leave: 'Sign me off and go on',
    stay: 'Stay here',
  },
}

export const useDeskWords = wordsIn({ nl, en })
