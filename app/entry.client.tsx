import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition, useLayoutEffect } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { marked } from './core/by-itself.ts'
import { patient } from './ui/patient-fetch.ts'
import { tolerateMovedNodes } from './ui/tolerate-moved-nodes.ts'

/** What makes React hydrate at once. */
const urgentEvents = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'textInput', 'compositionstart', 'compositionend'],
  ...['mousedown', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu', 'pointerdown', 'pointerup'],
  ...['pointercancel', 'touchstart', 'touchend', 'touchcancel', 'dragstart', 'dragend', 'drop'],
  ...['copy', 'cut', 'paste', 'change', 'reset', 'submit'],
]
const leaveToBrowser = (event: Event) => event.stopImmediatePropagation()

/**
 * Until the page has come to life, keys and clicks are the browser's alone: typing, links and forms work without script.
 * Remix waits for its data in the root itself; React cannot hydrate that at once, and throws error 345 when it must.
 */
function Page() {
  useLayoutEffect(() => {
    for (const type of urgentEvents) window.removeEventListener(type, leaveToBrowser, true)
  }, [])
  return <RemixBrowser />
}

tolerateMovedNodes()
// Before what stops events: keys and clicks that are the browser's alone are signs of somebody too.
window.fetch = patient(marked(window.fetch.bind(window), window))
for (const type of urgentEvents) window.addEventListener(type, leaveToBrowser, true)

function comeToLife() {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Page />
      </StrictMode>,
    )
  })
}

// What the page was written with on the server. Without its English words it is better alive and in Dutch than not alive.
const first: Promise<unknown>[] = []
if (document.documentElement.lang === 'en') first.push(import('./english.ts'))
if (document.querySelector('[data-desk]')) first.push(import('./contacts/views/desk-frame.tsx'))
if (first.length > 0) Promise.allSettled(first).then(comeToLife)
else comeToLife()
