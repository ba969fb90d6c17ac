import { cp, symlink } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { root } from '../part.ts'

const made = ['.git', 'node_modules', 'dist', 'data', 'test-results', 'npm-shrinkwrap.json']

/** A checkout beside this one, which can be packed while other tests run here. What is installed is shared. */
export async function copyCheckout(to: string): Promise<void> {
  await cp(root, to, {
    recursive: true,
    filter: (path) => !made.includes(relative(root, path).split(sep)[0] ?? ''),
  })
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'))
}
