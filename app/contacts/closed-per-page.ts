/** So many closed contacts stand on a page. */
export const closedPerPage = 50
