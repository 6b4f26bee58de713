/**
 * How long the processor works on something, in milliseconds: what takes far too long takes far more of it, and other
 * programs on the machine take none of that.
 */
export async function workOf(act: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
