import { type Addressee, cityLine, type PostObstacle, postObstacle } from '#app/tenants/addressee.ts'
import { letterName, streetLine } from '#app/tenants/names.ts'

/** The three lines of an address label. The post reads Dutch, whatever language the screen has. */
export const labelLines = (to: Addressee): [string, string, string] => [letterName(to), streetLine(to), cityLine(to)]

type WithObstacle<Row> = { row: Row; obstacle: PostObstacle }

/** Who gets a label, and who does not and why. */
export function splitByPost<Row extends Addressee>(
  rows: readonly Row[],
): { posted: Row[]; withheld: WithObstacle<Row>[] } {
  const posted: Row[] = []
  const withheld: WithObstacle<Row>[] = []
  for (const row of rows) {
    const obstacle = postObstacle(row)
    if (obstacle) withheld.push({ row, obstacle })
    else posted.push(row)
  }
  return { posted, withheld }
}
