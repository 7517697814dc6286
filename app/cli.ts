import { Argument, Command, Option } from 'commander'
import { z } from 'zod'
import { deskRoles, roles } from './accounts/roles.ts'
import { refused, run, runOnDatabase, usage } from './cli-answer.ts'
import { addExchangeCommands } from './cli-exchange-commands.ts'
import { lineKinds, switchKinds } from './lines/line.ts'
import { valueKeys } from './reference-values/value-keys.ts'
import { presetNames } from './segments/presets.ts'
import { languages } from './ui/language.tsx'

/** The same operations as the screens, for scripts and for whoever looks after the installation. */
const program = new Command('rondbel').description('Belactie en hulplijn voor woningcorporaties.').exitOverride()
const json = () => new Option('--json', 'answer as JSON')
const today = () => new Option('--today <yyyy-mm-dd>', 'count ages and days as of this day').argParser(dateArgument)

program
  .command('migrate')
  .description('bring the database to the schema of this version')
  .addOption(json())
  .action((options) => run(options, async ({ applied }) => ({ applied })))

program
  .command('backup <file>')
  .description('write all that is kept into a new file; the master key is not in it')
  .addOption(json())
  .action((file, options) =>
    runOnDatabase(options, async (url) => (await import('./cli-backup.ts')).backupFromCommand(url, file)),
  )

program
  .command('restore <file>')
  .description('put a backup into an empty database')
  .addOption(json())
  .action((file, options) =>
    runOnDatabase(options, async (url) => (await import('./cli-backup.ts')).restoreFromCommand(url, file)),
  )

program
  .command('doctor')
  .description('look at all that a start needs, and say what is wrong and what to do; changes nothing')
  .addOption(json())
  .action(async (options) => {
    process.exitCode = await (await import('./cli-doctor.ts')).doctorFromCommand(options)
  })

const corporation = program.command('corporation').description('corporations')
corporation
  .command('add')
  .requiredOption('--slug <slug>', 'short name for commands and addresses: de-linde')
  .requiredOption('--name <name>', 'name people see')
  .addOption(json())
  .action((options) =>
    run(options, async () => {
      const { addCorporation, corporationSchema } = await import('./corporations/corporations.server.ts')
      const input = usage(corporationSchema, { slug: options.slug, name: options.name })
      const answer = await addCorporation(input)
      return answer.ok ? answer.corporation : refused(answer.reason)
    }),
  )

const account = program.command('account').description('people who sign in')
account
  .command('add')
  .requiredOption('--corporation <slug>')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices(roles).makeOptionMandatory())
  .option('--password-file <file>', 'file with the password; - for standard input. Without it one is made and printed')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-accounts.ts')).addAccountFromCommand(options)))

account
  .command('password')
  .description('give somebody another password and end all they have open')
  .requiredOption('--email <address>')
  .option('--password-file <file>', 'file with the password; - for standard input. Without it one is made and printed')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-accounts.ts')).setPasswordFromCommand(options)))

const desk = program.command('desk').description('teams that answer for corporations')
desk
  .command('add')
  .requiredOption('--slug <slug>', 'short name for commands: meldkamer-noord')
  .requiredOption('--name <name>', 'name people see')
  .option('--time-zone <zone>', 'zone its members work in', 'Europe/Amsterdam')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-desks.ts')).addDeskFromCommand(options)))

desk
  .command('serve')
  .description('let a desk answer for a corporation, or at other times than before')
  .requiredOption('--desk <slug>')
  .requiredOption('--corporation <slug>')
  .option('--from <yyyy-mm-dd>', 'first day; without it from now')
  .option('--until <yyyy-mm-dd>', 'last day; without it until further notice')
  .option('--end', 'from this moment it sees nothing of the corporation any more')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-desks.ts')).serveFromCommand(options)))

desk
  .command('member')
  .description('add somebody who works for a desk')
  .requiredOption('--desk <slug>')
  .requiredOption('--email <address>')
  .requiredOption('--name <name>')
  .addOption(new Option('--role <role>').choices(deskRoles).makeOptionMandatory())
  .option('--password-file <file>', 'file with the password; - for standard input. Without it one is made and printed')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-accounts.ts')).addDeskMemberFromCommand(options)))

const line = program.command('line').description('what tenants ring, and who answers when')
line
  .command('add')
  .requiredOption('--corporation <slug>')
  .requiredOption('--name <name>', 'as colleagues and operators call it')
  .addOption(new Option('--kind <kind>').choices(lineKinds).makeOptionMandatory())
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-lines.ts')).addLineFromCommand(options)))

line
  .command('hours')
  .description('write down who answers on these days, that it is closed, or take away what is written')
  .requiredOption('--corporation <slug>')
  .requiredOption('--line <name>')
  .requiredOption('--days <days>', '1 (Monday) to 7, holiday, or a date; several with commas between: 1,2,3,holiday')
  .addOption(new Option('--opens <hh:mm>', 'in the time zone of the corporation').argParser(timeArgument))
  .addOption(new Option('--closes <hh:mm>', 'at or before --opens is the next day').argParser(timeArgument))
  .option('--desk <slug>', 'who answers then')
  .option('--closed', 'the whole of these days')
  .option('--remove', 'take away all that is written for these days')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-lines.ts')).lineHoursFromCommand(options)))

line
  .command('switch')
  .description('switch a line by hand, over its hours, from this moment')
  .requiredOption('--corporation <slug>')
  .requiredOption('--line <name>')
  .addOption(new Option('--kind <kind>').choices(switchKinds))
  .option('--until <yyyy-mm-ddThh:mm>', 'in the time zone of the corporation; without it until it is switched back')
  .option('--desk <slug>', 'who answers, when it is redirected')
  .option('--back', 'the hours hold again')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-lines.ts')).switchLineFromCommand(options)))

const value = program.command('value').description('numbers and amounts that callers are told')
value
  .command('set')
  .description('say what holds for a corporation from a date')
  .addArgument(new Argument('<key>').choices(valueKeys))
  .argument('[value]', 'a telephone number, an amount in euros as 77,50, or words')
  .requiredOption('--corporation <slug>')
  .addOption(new Option('--from <yyyy-mm-dd>', 'today or later; without it from today').argParser(dateArgument))
  .option('--none', 'from then on the corporation has nothing of its own')
  .addOption(json())
  .action((key, value, options) =>
    run(options, async () => (await import('./cli-values.ts')).setValueFromCommand(key, value, options)),
  )

addExchangeCommands(program, json)

const protocol = program.command('protocol').description('how it is judged whether a caller has to be helped at once')
protocol
  .command('check [file]')
  .description(
    'try all answers to a protocol, and say what is wrong with it; without a file all that Rondbel brings with it',
  )
  .addOption(new Option('--language <language>', 'of what is said').choices(languages).default('en'))
  .addOption(json())
  .action(async (file, options) => (await import('./cli-protocols.ts')).checkProtocolsFromCommand(file, options))

program
  .command('import <file>')
  .description('check a tenant list, and with --apply take it over')
  .requiredOption('--corporation <slug>')
  .option('--mapping <file>', 'JSON with the columns, as the screen saves them')
  .addOption(today())
  .option('--apply', 'take it over when nothing has to be asked')
  .addOption(json())
  .action((file, options) =>
    run(options, async () => (await import('./cli-tenant-lists.ts')).importFromCommand(file, options)),
  )

program
  .command('count')
  .description('count whom a selection would call, and who is left out and why')
  .requiredOption('--corporation <slug>')
  .addOption(new Option('--preset <name>').choices(presetNames))
  .option('--criteria <file>', 'JSON with a selection')
  .addOption(today())
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-tenant-lists.ts')).countFromCommand(options)))

program
  .command('simulate')
  .description('play calls into a system that runs, for practice: never beside real ones')
  .requiredOption('--desk <slug>')
  .requiredOption('--calls-per-hour <number>')
  .requiredOption('--minutes <number>')
  .option('--storm', 'eight times as many in the middle')
  .option('--seed <number>', 'the same calls each time for the same one')
  .option('--speed <number>', 'so many times as fast')
  .option('--url <address>', 'of the system; without it PUBLIC_URL')
  .addOption(json())
  .action((options) => run(options, async () => (await import('./cli-simulate.ts')).simulateFromCommand(options)))

program
  .command('bench')
  .description('measure this machine beside its own floors; needs the development packages')
  .allowUnknownOption()
  .addOption(json())
  .action(async () => {
    const { spawnSync } = await import('node:child_process')
    const args = process.argv.slice(process.argv.indexOf('bench') + 1)
    const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/bench/run.ts', ...args], {
      stdio: 'inherit',
    })
    process.exitCode = status ?? 1
  })

try {
  await program.parseAsync()
} catch (error) {
  // Commander has said what is wrong; asking for help is not wrong.
  const { exitCode, message } = error as { exitCode?: number; message: string }
  process.exitCode = exitCode === 0 ? 0 : 2
  if (exitCode !== 0 && process.argv.includes('--json'))
    console.log(JSON.stringify({ ok: false, reason: 'usage', message: message.replace(/^error: /, '') }))
}

// Said aloud: a library that tidies up at exit would otherwise end with 0.
process.exit(process.exitCode ?? 0)

function dateArgument(text: string) {
  if (!z.iso.date().safeParse(text).success) program.error(`'${text}' is no date: write it as 2026-11-22`)
  return text
}

function timeArgument(text: string) {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) program.error(`'${text}' is no time: write it as 08:00`)
  return text
}
