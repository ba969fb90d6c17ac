import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node'

interface Failed {
  readonly project: string
  readonly file: string
  /** Absent where the whole file failed. */
  readonly name: string | null
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** One line for a shell that runs it again, alone and with the same random data. */
export function again(seed: string, { project, file, name }: Failed): string {
  const only = name === null ? '' : ` -t ${quoted(`^${literally(name)}$`)}`
  return `PLUMBLINE_SEED=${seed} npx vitest run --project ${project} ${file}${only}`
}

const nameOf = ({ name, parent }: TestCase | TestSuite): string =>
  parent.type === 'module' ? name : `${nameOf(parent)} ${name}`

/** Says last, for all that failed, how to run it again. */
export default class Again implements Reporter {
  readonly #lines: string[] = []

  onTestCaseResult(test: TestCase): void {
    if (test.result().state === 'failed') this.#add(test.module, nameOf(test))
  }

  /** A file that does not load, or whose hook fails, has no test that failed. */
  onTestModuleEnd(module: TestModule): void {
    const suites = [...module.children.allSuites()]
    if ([module, ...suites].some((one) => one.errors().length > 0)) this.#add(module, null)
  }

  onTestRunEnd(): void {
    if (this.#lines.length > 0) console.log(`\nTo run again what failed:\n${this.#lines.join('\n')}`)
    this.#lines.length = 0
  }

  #add({ project, relativeModuleId: file }: TestModule, name: string | null): void {
    this.#lines.push(again(process.env.PLUMBLINE_SEED ?? '', { project: project.name, file, name }))
  }
}
