import { callerPictures } from './caller-pictures.ts'
import { coordinatorPictures } from './coordinator-pictures.ts'
import { listPictures } from './list-pictures.ts'
import type { Picture } from './picture.ts'

/** All pictures of the manual, in the order in which they are taken. */
export const pictures: Picture[] = [...callerPictures, ...coordinatorPictures, ...listPictures]
