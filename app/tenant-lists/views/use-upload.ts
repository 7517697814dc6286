import { useNavigate } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { reasonHeader, reasonOf, type UploadReason } from '../upload-reasons.ts'
import { useWords } from '../words.ts'

type Sent = { loaded: number; total: number }

/** Sends the form with a bar that moves: only XMLHttpRequest tells how much of a file has gone. */
export function useUpload() {
  const [words, language, navigate] = [useWords(), useLanguage(), useNavigate()]
  const [sent, setSent] = useState<Sent | null>(null)
  const [reason, setReason] = useState<UploadReason | 'lost' | null>(null)
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget)
    const file = form.get('file')
    // Nothing chosen: the server says so, in the ordinary way.
    if (!(file instanceof File) || file.size === 0) return
    event.preventDefault()
    const request = new XMLHttpRequest()
    const fail = (why: UploadReason | 'lost') => {
      setSent(null)
      setReason(why)
    }
    request.upload.onprogress = ({ loaded, total }) => setSent({ loaded, total })
    request.onerror = () => fail('lost')
    request.onload = () => {
      const { pathname } = new URL(request.responseURL || location.href)
      if (request.status < 400 && pathname !== '/imports/new') navigate(pathname)
      else fail(reasonOf(request.status, request.getResponseHeader(reasonHeader)))
    }
    request.open('POST', '/imports/new')
    setReason(null)
    setSent({ loaded: 0, total: file.size })
    request.send(form)
  }
  const megabytes = (bytes: number) => numberText(bytes / 1_000_000, language, 1)
  const progress = sent
    ? { value: sent.loaded, max: sent.total, text: words.upload.sending(megabytes(sent.loaded), megabytes(sent.total)) }
    : undefined
  return { onSubmit, progress, reason }
}
