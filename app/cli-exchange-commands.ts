import { type Command, Option } from 'commander'
import { run } from './cli-answer.ts'
import { exchangeKinds } from './exchanges/exchange.ts'

/** What a desk does with its telephone exchanges. */
export function addExchangeCommands(program: Command, json: () => Option) {
  const operations = () => import('./cli-exchanges.ts')
  const exchange = program.command('exchange').description('telephone exchanges of a desk')
  exchange
    .command('add')
    .description('add one; its address and secret are printed this once')
    .requiredOption('--desk <slug>')
    .requiredOption('--name <name>')
    .addOption(new Option('--kind <kind>').choices(exchangeKinds).makeOptionMandatory())
    .option('--key-file <file>', 'file with the token of Twilio or the public key of Telnyx; - for standard input')
    .addOption(json())
    .action((options) => run(options, async () => (await operations()).addExchangeFromCommand(options)))

  exchange
    .command('list')
    .requiredOption('--desk <slug>')
    .addOption(json())
    .action((options) => run(options, async () => (await operations()).listExchangesFromCommand(options)))

  exchange
    .command('number [number...]')
    .description('say whose line is rung by these numbers')
    .requiredOption('--desk <slug>')
    .requiredOption('--exchange <id>')
    .option('--corporation <slug>')
    .option('--line <name>')
    .option('--any', 'every number that is not named')
    .option('--remove', 'these numbers ring nobody any more')
    .addOption(json())
    .action((number, options) =>
      run(options, async () => (await operations()).dialledNumberFromCommand({ ...options, number })),
    )

  addBridge(exchange)
}

function addBridge(exchange: Command) {
  exchange
    .command('bridge')
    .description('bring what Kamailio tells of its calls to Rondbel, until it is stopped; needs no database')
    .requiredOption('--kamailio <host:port>', 'where its evapi is')
    .requiredOption('--address <url>', 'as exchange add printed it')
    .requiredOption('--secret-file <file>', 'file with the secret that exchange add printed; - for standard input')
    .action(async (options) => {
      process.exitCode = await (await import('./cli-bridge.ts')).bridgeFromCommand(options)
    })
}
