import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { databaseUrl } from '#app/core/db.server.ts'
import { env } from '#app/core/env.server.ts'
import { log } from '#app/core/log.server.ts'
import { forget, once } from '#app/core/once.server.ts'

// Redis when there is one, PostgreSQL otherwise: decided here and nowhere else.
// On PostgreSQL the queue works under a role of its own, which owns the schema "bullmq" and sees nothing else.

const keptDone = { age: 3_600, count: 500 }
const keptFailed = { age: 7 * 86_400, count: 1_000 }

// For technical failure only: what is due again by the rules of the house stands in a row with a time.
const jobDefaults = {
  attempts: 5,
  backoff: { type: 'exponential' as const, delay: 1_000 },
  removeOnComplete: keptDone,
  removeOnFail: keptFailed,
}

/** What both backends can do, and all that the rest of the house asks of a queue. */
export type JobQueue = Pick<Queue, 'add' | 'upsertJobScheduler' | 'getJobCounts' | 'getJob' | 'close'>
export type JobWorker = Pick<Worker, 'close'>

export function queueOf(name: string): JobQueue {
  return once(`queue:${name}`, (): JobQueue => {
    const queue = env().REDIS_URL
      ? new Queue(name, { connection: redis(), prefix: 'rondbel', defaultJobOptions: jobDefaults })
      : new Queue(name, { connection: postgresConnection(), defaultJobOptions: jobDefaults }, createPostgresBackend)
    // A broken connection is mended by itself; whoever adds a job at that moment gets the error.
    queue.on('error', () => {})
    return queue
  })
}

export type Processor = (name: string, payload: unknown, jobId: string) => Promise<void>

/** Takes jobs until it is closed. A worker that dies gives its jobs back when their lock runs out. */
export function startWorker(name: string, work: Processor, concurrency = 2): JobWorker {
  const process = async (job: Job) => work(job.name, job.data, job.id ?? '')
  const options = { concurrency, lockDuration: 30_000, stalledInterval: 15_000, maxStalledCount: 10 }
  const worker = env().REDIS_URL
    ? new Worker(name, process, { ...options, connection: redis(), prefix: 'rondbel' })
    : new Worker(name, process, { ...options, connection: postgresConnection() }, createPostgresBackend)
  worker.on('error', (error) => log().warn({ event: 'worker-connection', queue: name, type: error.name }))
  worker.on('failed', (job, error) =>
    log().error({
      event: 'job-failed',
      queue: name,
      job: job?.name,
      jobId: job?.id,
      type: error.name,
      at: placesOf(error),
    }),
  )
  return worker
}

export async function isQueueReady(): Promise<boolean> {
  await queueOf('housekeeping').getJobCounts('waiting')
  return true
}

export async function closeQueues(names: string[]) {
  for (const name of names) {
    await queueOf(name).close()
    forget(`queue:${name}`)
  }
  for (const connection of redisConnections()) await connection.quit().catch(() => connection.disconnect())
  redisConnections().clear()
}

// Whoever opens a connection closes it: a queue leaves the one it was given alone.
const redisConnections = () => once('redis', () => new Set<Redis>())

function redis() {
  const connection = new Redis(env().REDIS_URL as string, { maxRetriesPerRequest: null })
  redisConnections().add(connection)
  return connection
}

const postgresConnection = () => ({
  connectionString: databaseUrl(),
  options: '-c role=rondbel_queue',
  max: 4,
  migrate: true,
})

const placesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
