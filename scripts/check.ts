import { runCommand } from './run-command.ts'

/** What is checked: scripts of package.json, those first that find a mistake soonest. */
const checks = [
  ['format:check'],
  ['schemas:check'],
  ['content:check'],
  ['brand:check'],
  ['lint'],
  ['typecheck'],
  ['unused'],
  ['build', '--', '--only-stale'],
  ['size'],
]

const failed: string[] = []
for (const check of checks) {
  const command = `npm run ${check.join(' ')}`
  console.log(`\n▸ ${command}`)
  const started = performance.now()
  const code = await runCommand('npm', ['run', '--silent', ...check], { ASTRO_TELEMETRY_DISABLED: '1' })
  if (code !== 0) failed.push(command)
  console.log(`  ${code === 0 ? 'fine' : 'not fine'} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

if (failed.length > 0) {
  console.error(`\nNot fine: ${failed.join(', ')}`)
  process.exitCode = 1
}
