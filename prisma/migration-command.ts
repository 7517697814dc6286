import { relative } from 'node:path'
import { migrationsDir } from './migration-files.ts'
import { askMigratedDatabase, wholeDifference, writeMigration } from './write-migration.ts'

const sentences = {
  'bad-name': 'A migration is named for what it adds, in small letters: npm run migration -- moments_of_contact',
  'name-taken': 'There is a migration of that name already.',
  'nothing-to-do': 'Nothing to do: the migrations make what the schema and the closed lists say.',
}

const written = await writeMigration(process.argv[2] ?? '', () => askMigratedDatabase((url) => wholeDifference(url)), {
  into: migrationsDir,
  now: new Date(),
})
console.log(written.ok ? relative(process.cwd(), written.path) : sentences[written.reason])
process.exit(written.ok || written.reason === 'nothing-to-do' ? 0 : 2)
