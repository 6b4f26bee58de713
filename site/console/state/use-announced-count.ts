import { useEffect } from 'preact/hooks'
import { formatCount } from '../format/number.ts'
import { useConsole } from './console-context.ts'
import type { Pages } from './use-pages.ts'

/** Tells who listens how many rows a list has, whenever it has been read. */
export const useAnnouncedCount = ({ rows, loading }: Pages<unknown>, one: string, many?: string): void => {
  const { announce } = useConsole()
  useEffect(() => {
    if (rows && loading === null) announce(`${formatCount(rows.length, one, many)} shown.`)
  }, [rows, loading])
}
