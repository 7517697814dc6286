import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { comboOf, type FocusKind, mayAct, normalCombo } from '#app/ui/key-combo.ts'

export type KeyAction = () => void
export type KeyBindings = Record<string, KeyAction | { label: string; run: KeyAction }>
export type ListedKey = { combo: string; label: string }

type Binding = ListedKey & { run: KeyAction; element: Element | null }

let bindings: Binding[] = []
let listed: ListedKey[] = []
const none: ListedKey[] = []
const listeners = new Set<() => void>()

function changeBindings(next: Binding[]) {
  bindings = next
  listed = next.filter(({ label }) => label !== '')
  for (const listener of listeners) listener()
}

const singleKeysStorageKey = 'rondbel:single-keys'

/** WCAG 2.1.4: whoever works by voice must be able to switch single-character keys off. */
export const singleKeys = {
  read: () => typeof localStorage === 'undefined' || localStorage.getItem(singleKeysStorageKey) !== 'off',
  write: (isOn: boolean) => localStorage.setItem(singleKeysStorageKey, isOn ? 'on' : 'off'),
}

const untyped = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'image', 'range', 'color'])

function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'none'
  if (target.isContentEditable || target.closest('select, textarea')) return 'typing'
  if (target instanceof HTMLInputElement) return untyped.has(target.type) ? 'pressing' : 'typing'
  return target.closest('a, button, summary, [role=button]') ? 'pressing' : 'none'
}

/** While a dialog is open, only the keys of elements inside it act; of several, the last is on top. */
function isReachable(element: Element | null) {
  const dialog = [...document.querySelectorAll('dialog[open], [role=dialog], [role=alertdialog]')].at(-1)
  return dialog === undefined || (element !== null && dialog.contains(element))
}

function onKeyDown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return
  const combo = comboOf(event)
  if (!mayAct(combo, focusKind(event.target), singleKeys.read())) return
  // The last one bound wins: it belongs to what was opened last.
  const binding = bindings.findLast((each) => each.combo === combo && isReachable(each.element))
  if (!binding) return
  event.preventDefault()
  binding.run()
}

function bind(added: Binding[]) {
  if (bindings.length === 0) document.addEventListener('keydown', onKeyDown)
  changeBindings([...bindings, ...added])
  return () => {
    changeBindings(bindings.filter((each) => !added.includes(each)))
    if (bindings.length === 0) document.removeEventListener('keydown', onKeyDown)
  }
}

/** With what is drawn: a key that stands on the screen works. */
const useDrawn = typeof document === 'undefined' ? useEffect : useLayoutEffect

type KeyOptions = { isOn?: boolean; element?: React.RefObject<Element | null> }

/**
 * Binds keys while the component is on screen: `useKeys({ 'ctrl+enter': save, j: { label: 'Ja', run: answerYes } })`.
 * Those with a label stand in the list under `?`. Bare keys rest while somebody types in a field. Inside a dialog, pass
 * an `element` of that dialog.
 */
export function useKeys(wanted: KeyBindings, { isOn = true, element }: KeyOptions = {}) {
  const latest = useRef(wanted)
  useDrawn(() => {
    latest.current = wanted
  })
  const signature = isOn
    ? JSON.stringify(Object.entries(wanted).map(([combo, action]) => [combo, labelOf(action)]))
    : '[]'
  useDrawn(() => {
    const pairs: [string, string][] = JSON.parse(signature)
    if (pairs.length === 0) return
    const run = (combo: string) => () => {
      const action = latest.current[combo]
      if (typeof action === 'function') action()
      else action?.run()
    }
    return bind(
      pairs.map(([combo, label]) => ({
        combo: normalCombo(combo),
        label,
        run: run(combo),
        element: element?.current ?? null,
      })),
    )
  }, [signature, element])
}

const labelOf = (action: KeyBindings[string]) => (typeof action === 'function' ? '' : action.label)

/** The keys that act on this screen, for the list under `?`. */
export function useListedKeys() {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => listed,
    () => none,
  )
}
