import { execFile } from 'node:child_process'

const watchedEach = 500

/**
 * Ends this process, as SIGTERM does, when the one that started it has gone without a word.
 * A Node that `run.js` started has a channel to its starter, which closes. npm opens none, and is watched.
 */
export function endWithStarter() {
  if (process.channel) {
    process.on('disconnect', end)
    process.channel.unref()
  } else if (process.env.npm_lifecycle_event) watchNpm(process.ppid)
}

/** npm starts a script through a shell, and most shells stay between them; a shell that is gone has left us to another parent. */
function watchNpm(parent) {
  const watched = [parent]
  execFile('ps', ['-o', 'ppid=,comm=', '-p', String(parent)], (_, found) => {
    const [, above, name] = /^\s*(\d+)\s+(.*)/.exec(found) ?? []
    if (name?.trim().endsWith('sh')) watched.push(Number(above))
  })
  const watching = setInterval(() => {
    if (process.ppid === parent && watched.every(isAlive)) return
    clearInterval(watching)
    end()
  }, watchedEach)
  watching.unref()
}

function isAlive(id) {
  try {
    return process.kill(id, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const end = () => process.kill(process.pid, 'SIGTERM')
