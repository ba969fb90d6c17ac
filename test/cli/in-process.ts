import { vi } from 'vitest'
import { runToTheEnd } from '../../src/cli/ending.ts'
import { programFor } from '../../src/cli/program.ts'
import type { Ended } from './plumbline.ts'

for (const variable of ['PLUMBLINE_DATA', 'PLUMBLINE_DEBUG']) delete process.env[variable]

/** Runs a command to its end where the tests run: for tests that are not about its process, which takes longer to start than to work. */
export async function plumbline(...args: readonly string[]): Promise<Ended> {
  const [stdout, stderr] = [listening('log', process.stdout), listening('error', process.stderr)]
  const umask = process.umask(0o077)
  try {
    process.exitCode = undefined
    await runToTheEnd(await programFor(args), args, () => false)
    return { code: Number(process.exitCode ?? 0), stdout: stdout.heard(), stderr: stderr.heard() }
  } finally {
    process.umask(umask)
    process.exitCode = undefined
    for (const { end } of [stdout, stderr]) end()
  }
}

function listening(way: 'log' | 'error', stream: NodeJS.WriteStream) {
  const said: string[] = []
  const lines = vi.spyOn(console, way).mockImplementation((...words) => void said.push(`${words.join(' ')}\n`))
  const texts = vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  return {
    heard: () => said.join(''),
    end: () => {
      lines.mockRestore()
      texts.mockRestore()
    },
  }
}
