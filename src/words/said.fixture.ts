import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Every sentence that code says by its English text: the literals in the first argument of `say(…)`. */
export function saidInCode(): readonly string[] {
  const files = globSync('**/*.ts', { cwd: root, exclude: (name) => /\.(test|fixture)\.ts$/.test(name) })
  return files.flatMap((file) => saidIn(readFileSync(join(root, file), 'utf8')))
}

const literal = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g

function saidIn(code: string): readonly string[] {
  return [...code.matchAll(/(?<![\w.])(?:\w+\.)?say\(|sayTo\(\w+\)\(/g)].flatMap(({ index, 0: call }) => {
    const argument = firstArgument(code, index + call.length)
    const plain = argument.replaceAll(/[!=]==\s*'[^']*'|\.replace(All)?\([^)]*\)/g, '')
    const asked = plain.includes('?') ? plain.slice(plain.indexOf('?')) : plain
    return [...asked.matchAll(literal)].map(([, single, double]) => (single ?? double ?? '').replaceAll("\\'", "'"))
  })
}

/** Up to the comma or the bracket that ends it. */
function firstArgument(code: string, from: number): string {
  let depth = 0
  let quote = ''
  for (let at = from; at < code.length; at += 1) {
    const sign = code.charAt(at)
    if (quote) {
      if (sign === '\\') at += 1
      else if (sign === quote) quote = ''
    } else if (`'"\``.includes(sign)) quote = sign
    else if ('([{'.includes(sign)) depth += 1
    else if (depth === 0 && (sign === ')' || sign === ',')) return code.slice(from, at)
    else if (')]}'.includes(sign)) depth -= 1
  }
  return ''
}
