import { buildAll } from './build.ts'
import { runCommand } from './run-command.ts'

/** What is checked, in the order in which a mistake is cheapest to find. Each is a script of package.json. */
const checks = ['format:check', 'schemas:check', 'content:check', 'lint', 'typecheck', 'unused', 'size']

const failed: string[] = []
for (const check of checks) {
  console.log(`\n▸ ${check}`)
  const started = performance.now()
  if (check === 'size') await buildAll({ onlyStale: true })
  const code = await runCommand('npm', ['run', '--silent', check], { ASTRO_TELEMETRY_DISABLED: '1' })
  if (code !== 0) failed.push(check)
  console.log(`  ${code === 0 ? 'fine' : 'not fine'} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

if (failed.length > 0) {
  console.error(`\nNot fine: ${failed.map((check) => `npm run ${check}`).join(', ')}`)
  process.exitCode = 1
}
