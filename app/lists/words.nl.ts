export const nl = {
  withSelected: 'Met wat u aanvinkt:',
}
