import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 4173)

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  fullyParallel: false,
  // Each file has a corporation of its own: two can go on at once.
  workers: 2,
  retries: 0,
  // Patience for a machine that is busy with other work: what is right is seen at once all the same.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  globalSetup: './start-app.ts',
  use: {
    baseURL: `http://localhost:${port}`,
    actionTimeout: 60_000,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    launchOptions: {
      executablePath: process.env.RONDBEL_CHROMIUM || '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    trace: 'off',
  },
})
