import { callerPictures } from './caller-pictures.ts'
import { coordinatorPictures } from './coordinator-pictures.ts'
import { listPictures } from './list-pictures.ts'
import { nightPictures } from './night-pictures.ts'
import type { Picture } from './picture.ts'
import { protocolPictures } from './protocol-pictures.ts'

/** Each can be taken without the others; within one, what a picture shows is there for the next. */
export const chapters = {
  callers: callerPictures,
  coordinators: coordinatorPictures,
  lists: listPictures,
  night: nightPictures,
  protocols: protocolPictures,
} satisfies Record<string, Picture[]>

/** All pictures of the manual, in the order in which they are taken. */
export const pictures: Picture[] = Object.values(chapters).flat()
