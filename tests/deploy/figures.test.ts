import { readFileSync } from 'node:fs'
import type { Request, Response } from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { metrics, timeRequests } from '#app/core/metrics.server.ts'
import { addFigures } from '#app/figures.server.ts'
import { closeQueues } from '#jobs/connection.server.ts'
import { queueNames } from '#jobs/workers/workers.ts'
import { useDatabase } from '#tests/support/database.ts'

type Rule = {
  alert: string
  expr: string
  labels: { severity: string }
  annotations: { summary: string; todo: string }
}
type Panel = { title: string; targets: { expr: string }[] }

const { groups } = parse(readFileSync('deploy/alerts.yaml', 'utf8')) as { groups: { rules: Rule[] }[] }
const { panels } = JSON.parse(readFileSync('deploy/dashboard.json', 'utf8')) as { panels: Panel[] }
const rules = groups.flatMap((group) => group.rules)
const asked = [
  ...rules.map(({ alert, expr }) => ({ where: alert, expr })),
  ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ where: title, expr }))),
]

beforeAll(async () => {
  await useDatabase()
  addFigures()
  // The times of requests are there from the first request on.
  timeRequests({ method: 'GET' } as Request, { on: () => {} } as unknown as Response, () => {})
})

afterAll(() => closeQueues(queueNames))

/** `up` is Prometheus's own; a histogram gives three series. */
async function given() {
  const { text } = await metrics()
  const kinds = [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)]
  return new Set([
    'up',
    ...kinds.flatMap(([, name = '', kind]) =>
      kind === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name],
    ),
  ])
}

/** What stands before braces is a series. */
const seriesIn = (expr: string) => [...expr.matchAll(/(\w+)\{/g)].map(([, name = '']) => name)

test('every figure on the dashboard and in the alerts is one that /metrics gives', async () => {
  const known = await given()
  expect(known.size).toBeGreaterThan(20)
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter(({ expr }) => seriesIn(expr).length === 0)).toEqual([])
  expect(asked.filter(({ expr }) => seriesIn(expr).some((name) => !known.has(name)))).toEqual([])
})

test('every figure of our own is on the dashboard', async () => {
  const onDashboard = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => seriesIn(expr))))
  const own = [...(await given())].filter((name) => name.startsWith('rondbel_') && !/_(sum|count)$/.test(name))
  expect(own.filter((name) => !onDashboard.has(name))).toEqual([])
})

test('the labels they choose by are the ones there are', () => {
  const sources = ['app/core/metrics.server.ts', 'app/figures.server.ts'].map((file) => readFileSync(file, 'utf8'))
  const lists = [...sources.join('\n').matchAll(/labelNames: \[([^\]]*)\]|labels: \{([^}]*)\}/g)]
  const names = lists.flatMap(([, list = '', given = '']) => `${list} ${given}`.match(/\w+/g) ?? [])
  const known = new Set([...names, 'job', 'le', 'instance'])
  const used = asked.flatMap(({ expr }) => [...expr.matchAll(/[{,](\w+)=/g)].map(([, label = '']) => label))
  expect(used.filter((label) => !known.has(label))).toEqual([])
})

test('each alert says how bad it is, what it is and what to do', () => {
  expect(rules.length).toBeGreaterThan(3)
  for (const { labels, annotations } of rules) {
    expect(['warning', 'critical']).toContain(labels.severity)
    expect([annotations.summary, annotations.todo].every((text) => text.length > 10)).toBe(true)
  }
})
