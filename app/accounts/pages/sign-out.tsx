import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { publicRoute } from '../authorize.server.ts'
import { endedCookie, endSession, tokenOf } from '../sessions.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  publicRoute('ends whatever session the browser has')
  const token = tokenOf(request)
  if (token) await endSession(token, new Date())
  return redirect('/sign-in', { headers: { 'Set-Cookie': endedCookie, 'Clear-Site-Data': '"cache", "storage"' } })
}

export function loader() {
  publicRoute('an address typed by hand')
  return redirect('/')
}
