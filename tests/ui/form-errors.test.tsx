import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { useFormErrors } from '#app/ui/form-errors.tsx'

const refusals = { required: 'Vul dit in.', other: 'Dit klopt niet.' }

function Form({ errors, fields }: { errors?: Record<string, string>; fields: string[] }) {
  const { errorOf, summary } = useFormErrors(errors, refusals)
  return (
    <>
      {summary}
      {fields.map((field) => (
        <p key={field}>{`${field}: ${errorOf(field)}`}</p>
      ))}
    </>
  )
}

const shown = (errors: Record<string, string> | undefined, ...fields: string[]) =>
  renderToStaticMarkup(<Form errors={errors} fields={fields} />)

test('each problem stands on top and leads to its field; what is wrong with all of it leads nowhere', () => {
  const html = shown({ name: 'required', form: 'required' })
  expect(html).toContain('role="alert"')
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="#name"'])
  expect(html.match(/Vul dit in\./g)).toHaveLength(2)
})

test('a code without a sentence of its own has that for all others, whatever it is', () => {
  expect(shown({ name: 'constructor', kind: 'new-code' }, 'name', 'kind', 'line')).toContain(
    '<p>name: Dit klopt niet.</p><p>kind: Dit klopt niet.</p><p>line: undefined</p>',
  )
})

test('a form that was not refused says nothing', () => expect(shown(undefined)).toBe(''))
