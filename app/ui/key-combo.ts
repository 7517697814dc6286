/** What the rules need of a KeyboardEvent. */
export type KeyStroke = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

/** What has the focus: something typed into, something a key presses, or neither. */
export type FocusKind = 'typing' | 'pressing' | 'none'

const sorted = (parts: string[]) => ['ctrl', 'alt', 'shift'].filter((part) => parts.includes(part))

/** One spelling for a combination: `Enter+Ctrl` and `ctrl+enter` are the same. */
export function normalCombo(combo: string) {
  const parts = combo.toLowerCase().split('+')
  const key = parts.find((part) => !['ctrl', 'alt', 'shift'].includes(part)) ?? ''
  return [...sorted(parts), key].join('+')
}

/** The combination that was struck. Cmd counts as Ctrl, so that one word on a button serves a Mac too. */
export function comboOf(stroke: KeyStroke) {
  const key = stroke.key === ' ' ? 'space' : stroke.key.toLowerCase()
  const modifiers = [stroke.ctrlKey || stroke.metaKey ? 'ctrl' : '', stroke.altKey ? 'alt' : '']
  // Shift is part of the character for `?`, but a key of its own with Enter or an arrow.
  if (stroke.shiftKey && key.length > 1) modifiers.push('shift')
  return [...sorted(modifiers), key].join('+')
}

export const isBare = (combo: string) => !/^(ctrl|alt)\+/.test(combo)
export const isCharacter = (combo: string) => isBare(combo) && combo.length === 1

/** Whether a binding may act, given what has the focus. */
export function mayAct(combo: string, focus: FocusKind, singleKeys: boolean) {
  if (isCharacter(combo) && !singleKeys) return false
  if (!isBare(combo) || combo === 'escape') return true
  if (focus === 'typing') return /^f\d+$/.test(combo)
  return !(focus === 'pressing' && ['enter', 'space'].includes(combo))
}

const shown: Record<string, string> = { ctrl: 'Ctrl', alt: 'Alt', shift: 'Shift', enter: '↵', escape: 'Esc' }
const arrows: Record<string, string> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' }

/** As it stands on a button: `Ctrl+↵`. */
export const keysText = (combo: string) =>
  normalCombo(combo)
    .split('+')
    .map((part) => shown[part] ?? arrows[part] ?? part.toUpperCase())
    .join('+')

/** As a screen reader wants it in aria-keyshortcuts: `Control+Enter`. */
export const ariaKeys = (combo: string) =>
  normalCombo(combo)
    .split('+')
    .map((part) => (part === 'ctrl' ? 'Control' : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('+')
