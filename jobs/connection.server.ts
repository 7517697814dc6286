import { createPostgresBackend, type Job, Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { loginUrl, queueRole } from '#app/core/db.server.ts'
import { env } from '#app/core/env.server.ts'
import { log } from '#app/core/log.server.ts'
import { processSingleton, resetSingleton } from '#app/core/process-singleton.server.ts'
import { type RedactedError, redactedError } from '#app/core/redacted-error.ts'
import { traceJob } from '#app/core/tracing.server.ts'
import { withTimeout } from '#app/core/with-timeout.ts'
import { recurringQueue } from './queues/recurring-jobs.ts'

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
export type JobQueue = Pick<
  Queue,
  'add' | 'upsertJobScheduler' | 'getJobSchedulers' | 'getJobs' | 'getJobCounts' | 'getJob' | 'obliterate' | 'close'
>
export type JobWorker = Pick<Worker, 'close'>

export function queueOf(name: string): JobQueue {
  return processSingleton(`queue:${name}`, (): JobQueue => {
    const queue = env().REDIS_URL
      ? new Queue(name, { connection: redis(), prefix: 'rondbel', defaultJobOptions: jobDefaults })
      : new Queue(name, { connection: postgresConnection(), defaultJobOptions: jobDefaults }, createPostgresBackend)
    // A broken connection is mended by itself; whoever adds a job at that moment gets the error.
    queue.on('error', () => {})
    return queue
  })
}

const addPatienceMs = 3_000
const closePatienceMs = 2_000

/** Adds a job, or throws within seconds: a queue that is away would let whoever asked wait until it is back. */
export async function addJob(queue: string, name: string, payload: object) {
  await withTimeout(addPatienceMs, queueOf(queue).add(name, payload))
}

export type Processor = (name: string, payload: unknown, jobId: string) => Promise<void>

/** Takes jobs until it is closed. A worker that dies gives its jobs back when their lock runs out. */
export function startWorker(name: string, work: Processor, concurrency = 2): JobWorker {
  const process = (job: Job) =>
    traceJob(name, job.name, () => work(job.name, job.data, job.id ?? '')).catch((error) => {
      throw new JobFailure(redactedError(error))
    })
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
      ...(error instanceof JobFailure ? error.shape : redactedError(error)),
    }),
  )
  return worker
}

/** The queue keeps the words and the stack of what failed for days, so it gets neither. */
class JobFailure extends Error {
  readonly shape: RedactedError
  constructor(shape: RedactedError) {
    super(shape.type)
    this.shape = shape
    this.stack = [shape, ...(shape.causes ?? [])].flatMap(({ type, at }) => [type, ...at]).join('\n')
  }
}

/**
 * Takes away all that a queue holds, its recurring jobs as well. A worker of an earlier version may still be there, and
 * another process may do the same at this moment: what fails is tried again at the next start, and keeps nobody waiting.
 */
export async function removeQueue(name: string) {
  const queue = queueOf(name)
  await queue
    .obliterate({ force: true })
    .catch((error) => log().warn({ event: 'queue-not-removed', queue: name, error: redactedError(error) }))
  await queue.close()
  resetSingleton(`queue:${name}`)
}

export async function isQueueReady(): Promise<boolean> {
  await queueOf(recurringQueue).getJobCounts('waiting')
  return true
}

/** Lets go of queues and their connections, whether or not the other side still answers. */
export async function closeQueues(names: string[]) {
  await Promise.allSettled(names.map((name) => withTimeout(closePatienceMs, queueOf(name).close())))
  for (const name of names) resetSingleton(`queue:${name}`)
  const connections = [...redisConnections()]
  redisConnections().clear()
  await Promise.all(
    connections.map((connection) =>
      withTimeout(closePatienceMs, connection.quit()).catch(() => connection.disconnect()),
    ),
  )
}

// Whoever opens a connection closes it: a queue leaves the one it was given alone.
const redisConnections = () => processSingleton('redis', () => new Set<Redis>())

function redis() {
  const connection = new Redis(env().REDIS_URL as string, { maxRetriesPerRequest: null })
  // Without a listener each failed attempt to come back would be printed.
  connection.on('error', () => {})
  redisConnections().add(connection)
  return connection
}

const postgresConnection = () => ({
  connectionString: loginUrl('QUEUE_DATABASE_URL'),
  options: `-c role=${queueRole}`,
  max: 4,
  migrate: true,
})
