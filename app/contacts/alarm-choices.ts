/** How somebody wants to hear of calls in this browser: a sound unless they say no, a notice only when they say yes. */
const usual = { sound: true, notices: false }
type Choice = keyof typeof usual

const keyOf = (choice: Choice) => `rondbel:call-${choice}`

export const alarmChoices = {
  read(choice: Choice): boolean {
    if (typeof localStorage === 'undefined') return usual[choice]
    const said = localStorage.getItem(keyOf(choice))
    return said === null ? usual[choice] : said === 'on'
  },
  write: (choice: Choice, isOn: boolean) => localStorage.setItem(keyOf(choice), isOn ? 'on' : 'off'),
}
